package fr.preau.territory;

/** Why a line of the directory is not a school to audit: counted in the report, never refused. */
public enum LeftOut {
    /** Rectorat, DSDEN, inspection. */
    SERVICE,
    /** Médico-social: under the ministry of health. */
    MEDICAL,
    /** Section of a lycée (natures 334, 335): never audited alone. */
    SECTION,
    /** Maison familiale rurale, classes after the baccalauréat, and what has no known type. */
    OTHER,
    /** Closed, and not known here. */
    CLOSED
}

package fr.preau.checklist;

/** The texts that a control cites by code. {@link #AUTRES} are whole titles: they have no code and no index. */
public enum ReferenceSource {
    PSSIE,
    ANSSI_HYGIENE,
    RECYF,
    RGPD,
    AUTRES
}

package fr.preau.territory;

/**
 * What a school is, as the checklist knows it: levels and responsible parties depend on it.
 *
 * <p>Not the directory's own type: {@link Classification} tells one from the other.
 */
public enum SchoolType {
    ECOLE,
    COLLEGE,
    LYCEE,
    LYCEE_PRO,
    EREA,
    CIO
}

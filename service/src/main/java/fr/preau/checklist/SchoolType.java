package fr.preau.checklist;

/**
 * The types of school that a checklist tells apart, under the codes of its file. The territory keeps the same codes as
 * text, so that it needs not know the checklist.
 */
public enum SchoolType {
    ECOLE,
    COLLEGE,
    LYCEE,
    LYCEE_PRO,
    EREA,
    CIO
}

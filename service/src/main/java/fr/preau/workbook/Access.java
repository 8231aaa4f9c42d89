package fr.preau.workbook;

/** What a person may do with one control of one school, and so with its two cells. */
enum Access {
    /** The school's type is not asked it. */
    NOT_ASKED,
    /** Asked, but its answer is not shown to the person now. */
    UNSEEN,
    /** Shown, and not theirs to change now. */
    SHOWN,
    OPEN
}

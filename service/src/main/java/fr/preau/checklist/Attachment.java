package fr.preau.checklist;

/**
 * Whether a control's evidence may be stored. {@link #INTERDITE}: it is looked at on the spot, because the document
 * itself would help an attacker.
 */
public enum Attachment {
    AUTORISEE,
    INTERDITE
}

package fr.preau.checklist;

/** Who is responsible for a control. {@link #PARTAGE} is a value of its own, never split between the others. */
public enum Party {
    ETAT,
    COLLECTIVITE,
    ETABLISSEMENT,
    PARTAGE
}

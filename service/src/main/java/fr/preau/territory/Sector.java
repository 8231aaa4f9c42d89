package fr.preau.territory;

/** Whether a school is public. Private schools are kept, without collectivity and out of a campaign's default scope. */
public enum Sector {
    PUBLIC,
    PRIVATE
}

package fr.preau.rights;

/** Where a thing lies, seen from a person's grant; the matrix's cells say their signs in this order. */
enum Place {
    /** In the granted unit. */
    INSIDE,
    /** In a unit beside it, below the same one. */
    SIBLING,
    /** In another académie. */
    ACADEMY,
    /** Another collectivity's. */
    COLLECTIVITY,
    /** Nobody's: the id is unknown. */
    UNKNOWN
}

/**
 * Académies, departments, collectivities and schools, and the import of the ministry's directory.
 *
 * <p>{@link fr.preau.territory.DirectoryImport} reads a file into the database, {@link fr.preau.territory.Territory}
 * answers what a unit is, {@link fr.preau.territory.ReferenceTerritory} keeps what the product ships. Nothing is ever
 * deleted here: a school closes, a collectivity is succeeded, a link ends; and an import never touches an audit, it
 * lists what is to decide.
 */
package fr.preau.territory;

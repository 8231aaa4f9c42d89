/**
 * PostgreSQL, and the only way to it: {@link fr.preau.database.Database} opens every unit of work and tells the server
 * for whom. The embedded server, its roles and the migrations live here too; no other package knows which server it is.
 */
package fr.preau.database;

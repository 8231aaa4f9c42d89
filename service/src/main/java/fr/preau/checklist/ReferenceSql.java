package fr.preau.checklist;

import java.util.List;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The tables of the aids to the reader. */
interface ReferenceSql {

    /** Sets the codes to those of the file; returns how many it had to write. */
    @SqlUpdate
    @UseClasspathSqlLocator
    int putReferences(String document);

    /** Sets the roles to those of the file; returns how many it had to write. */
    @SqlUpdate
    @UseClasspathSqlLocator
    int putRoles(String document);

    @SqlQuery("SELECT source, code, chapter, meaning FROM reference ORDER BY source, position")
    List<Reference> references();

    @SqlQuery("SELECT theme, state, collectivity, establishment FROM theme_roles ORDER BY theme")
    List<Roles> roles();
}

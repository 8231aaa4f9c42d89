package fr.preau.deliverable;

import fr.preau.kernel.AuditId;
import java.util.List;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What a dossier adds to an audit's view. Asked only once the view has found the audit within the reader's perimeter. */
interface DossierSql {

    @UseClasspathSqlLocator
    @SqlQuery
    List<LifeEvent> life(String object, List<String> actions);

    @SqlQuery("SELECT s.fictitious FROM audit a JOIN school s ON s.uai = a.uai WHERE a.id = :id")
    boolean fictitious(AuditId id);
}

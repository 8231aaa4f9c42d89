package fr.preau.audit;

import java.util.Optional;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Folding and checking of what {@code R__figures_kept.sql} keeps. */
interface KeptFiguresSql {

    @SqlQuery("SELECT fold_tallies()")
    long fold();

    @SqlQuery("SELECT 1 FROM (SELECT recompute_tallies()) AS done")
    int recompute();

    @UseClasspathSqlLocator
    @SqlQuery
    Optional<KeptFigures.Difference> difference();
}

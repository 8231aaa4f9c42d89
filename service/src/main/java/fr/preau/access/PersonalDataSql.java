package fr.preau.access;

import fr.preau.kernel.AccountId;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** All that is kept of a person, the journal apart. */
interface PersonalDataSql {

    @UseClasspathSqlLocator
    @SqlQuery
    String kept(AccountId account);
}

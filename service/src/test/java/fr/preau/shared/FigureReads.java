package fr.preau.shared;

import fr.preau.audit.KeptFigures.Difference;
import fr.preau.kernel.CampaignId;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The functions by which pages read kept figures, beside the same from the answers: what {@code check-figures} leaves to them. */
interface FigureReads {

    @UseClasspathSqlLocator
    @SqlQuery
    Optional<Difference> difference(CampaignId campaign);

    /** As the whole nation, and without compiling what takes milliseconds. */
    @SqlQuery("SELECT set_config('preau.sees_nation', 'true', true) || set_config('jit', 'off', true)")
    String seeAll();

    static Optional<Difference> difference(Jdbi owner, CampaignId campaign) {
        return owner.inTransaction(tx -> {
            FigureReads reads = tx.attach(FigureReads.class);
            reads.seeAll();
            return reads.difference(campaign);
        });
    }
}

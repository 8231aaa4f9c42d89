package fr.preau.dashboard;

import fr.preau.access.Principal;
import fr.preau.checklist.Checklists;
import fr.preau.database.Database;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Territory;
import fr.preau.territory.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The reference figures: the nation and one's own académie, by type and theme, for everyone signed in. No filter, so
 * that nobody can cut a small group out by subtracting two views; national campaigns only, for the same reason.
 */
public final class Benchmarks {
    /** Fewest schools and collectivities of a cell: what {@code R__reference_figures.sql} holds, for pages to say. */
    public static final int SCHOOLS = 5;

    public static final int COLLECTIVITIES = 3;

    private final Database database;
    private final Checklists checklists;

    public Benchmarks(Database database, Checklists checklists) {
        this.database = database;
        this.checklists = checklists;
    }

    /**
     * The figures, empty while no national campaign is opened.
     *
     * @param campaign null for the newest
     */
    public Optional<Benchmark> of(Principal principal, @Nullable CampaignId campaign) {
        return database.call(principal, tx -> {
            BenchmarkSql sql = tx.attach(BenchmarkSql.class);
            List<UnitCampaign> campaigns = sql.campaigns();
            return Vantage.chosen(campaigns, campaign)
                    .map(chosen -> new Benchmark(
                            chosen,
                            campaigns,
                            checklists.get(chosen.checklist()).themes(),
                            sql.types(chosen.id()).stream().sorted().toList(),
                            boards(tx, chosen)));
        });
    }

    private static List<Benchmark.Board> boards(Handle tx, UnitCampaign campaign) {
        BenchmarkSql sql = tx.attach(BenchmarkSql.class);
        List<Benchmark.Board> boards = new ArrayList<>();
        Unit nation = Territory.unit(tx, UnitId.NATION).orElseThrow();
        boards.add(new Benchmark.Board(nation, sql.cells(campaign.id(), null)));
        sql.academy()
                .ifPresent(own -> boards.add(new Benchmark.Board(
                        own, sql.cells(campaign.id(), own.id().code()))));
        return boards;
    }
}

package fr.preau.workbook;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.campaign.NewCampaign;
import fr.preau.checklist.Level;
import fr.preau.checklist.SchoolType;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.Actor;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.JobId;
import fr.preau.kernel.WorkbookId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a whole round trip costs, on its own database: printed, because it depends on the machine. A program, so that a
 * test may run it in a Java of little memory.
 */
final class WorkbookSpeed {
    private static final String[] ANSWERS = {"Conforme", "Partiel", "Non conforme", "Ne sait pas"};

    private final Desk desk;
    private final TestDatabase postgres;
    private final Principal agent;
    private CampaignId campaign;
    private int turn;

    private WorkbookSpeed(TestDatabase postgres) {
        this.postgres = postgres;
        desk = new Desk(postgres);
        agent = desk.scene.agent();
    }

    public static void main(String[] arguments) {
        run(Integer.parseInt(arguments[0]));
    }

    /** @return answers that the last round trip has written */
    static long run(int schools) {
        TestDatabase postgres = new TestDatabase();
        postgres.beforeAll(null);
        try {
            return new WorkbookSpeed(postgres).measure(schools);
        } finally {
            postgres.afterAll(null);
        }
    }

    private long measure(int schools) {
        prepare(schools);
        System.out.printf(
                "workbook of %d schools, heap of %d MB%n",
                schools, Runtime.getRuntime().maxMemory() >> 20);
        double[] export = {Double.MAX_VALUE, Double.MAX_VALUE};
        for (int turn = 0; turn < 5; turn++) {
            for (Format format : Format.values()) {
                long start = System.nanoTime();
                byte[] made = desk.export(agent, Selection.all(campaign), format, Shape.WHOLE);
                double took = seconds(start);
                export[format.ordinal()] = Math.min(export[format.ordinal()], took);
                System.out.printf("export %s, turn %d: %.2f s, %d kB%n", format, turn, took, made.length >> 10);
            }
        }
        System.out.printf("export ODS to XLSX, the best of each: %.2f%n", export[0] / export[1]);
        double[] imported = new double[2];
        for (Format format : List.of(Format.ODS, Format.XLSX, Format.ODS, Format.XLSX)) {
            imported[format.ordinal()] = bringBack(format);
        }
        System.out.printf("import ODS to XLSX: %.2f%n", imported[0] / imported[1]);
        return postgres.owner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM answer WHERE campaign = :campaign AND version > 1")
                        .bind("campaign", campaign)
                        .mapTo(Long.class)
                        .one());
    }

    /** Every open cell changed: read, then applied. */
    private double bringBack(Format format) {
        Edited edited = Edited.of(desk.export(agent, Selection.all(campaign), format, Shape.WHOLE));
        turn++;
        List<List<String>> rows = edited.tabs().get("Mesures");
        for (List<String> row : rows.subList(Layout.HEAD_ROWS, rows.size())) {
            for (int column = Layout.SCHOOL.size(); column + 1 < row.size(); column += 2) {
                row.set(column, ANSWERS[(column / 2 + turn) % ANSWERS.length]);
                row.set(column + 1, "Relevé " + turn + ", salle " + column);
            }
        }
        Path path = Books.file(edited.save(format));
        long start = System.nanoTime();
        WorkbookId id = desk.workbooks.imports().read(agent, campaign, "x", path);
        double read = seconds(start);
        JobId job = desk.workbooks.imports().apply(agent, id, desk.workbooks.application());
        long middle = System.nanoTime();
        desk.workOff();
        double applied = seconds(middle);
        System.out.printf(
                "import %s: read %.2f s, applied %.2f s, together %.2f s; %s%n",
                format,
                read,
                applied,
                read + applied,
                desk.jobs.find(agent, job).said().args());
        path.toFile().delete();
        return read + applied;
    }

    private void prepare(int schools) {
        postgres.owner().useHandle(handle -> {
            handle.createUpdate("INSERT INTO school (uai, name, type, sector, state, commune, commune_name, department,"
                            + " search_text) SELECT (8100000 + n) || substr('ABCDEFGHJKLMNPRSTUVWXYZ', (8100000 + n) % 23 + 1, 1),"
                            + " 'Collège n° ' || n, 'COLLEGE',"
                            + " 'PUBLIC', 'OPEN', '35901', 'Montrelay', '35', 'college ' || n"
                            + " FROM generate_series(1, :n) AS n")
                    .bind("n", schools - 3)
                    .execute();
            handle.execute(
                    "INSERT INTO school_collectivity (uai, collectivity, from_day, source) SELECT uai, '800000013',"
                            + " '2020-01-01', 'RULE' FROM school WHERE uai LIKE '81%'");
        });
        campaign = desk.scene.campaigns.create(
                Actor.SYSTEM,
                new NewCampaign(
                        "Vitesse",
                        Scene.VALLEYS,
                        LocalDate.of(2026, 11, 2),
                        LocalDate.of(2027, 1, 29),
                        false,
                        Map.of(SchoolType.COLLEGE, Level.RENFORCE)));
        desk.scene.openings.open(Actor.OPERATOR, campaign);
        postgres.owner().useHandle(handle -> {
            handle.createUpdate(
                            "INSERT INTO answer (campaign, audit, control, verdict, comment, version, author, party, at)"
                                    + " SELECT a.campaign, a.id, k.control, 'PARTIEL', 'Fait en partie, voir le contrat ' || a.id,"
                                    + " 1, 1, 'COLLECTIVITE', now() FROM audit a JOIN asked_control k ON k.campaign = a.campaign"
                                    + " AND k.school_type = a.school_type WHERE a.campaign = :campaign")
                    .bind("campaign", campaign)
                    .execute();
            handle.execute("ANALYZE");
        });
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}

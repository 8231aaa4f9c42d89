package fr.preau.shared;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import fr.preau.shared.SharingModel.Value;
import fr.preau.shared.SharingModelTest.Move;
import fr.preau.workbook.Trip;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The service under the moves of {@link SharingModelTest}: one campaign a walk, three collèges to begin with, one control
 * that collectivity and State may both answer, three sets that overlap.
 */
final class SharingStage {
    static final int SETS = 3;
    private static final ControlCode CONTROL = Scene.control("SAU-02");
    private static final List<UnitId> OWNERS = List.of(Scene.VALLEYS, Scene.VALLEYS, Scene.ACADEMY);
    private static final List<SchoolSet> RULES =
            List.of(SchoolSet.ALL, SchoolSet.commune(Scene.OTHER_TOWN.code()), SchoolSet.ALL);

    private static TestDatabase postgres;
    private static Sharing sharing;
    private static Trip trip;
    private static Principal collectivity;
    private static Principal state;
    private static Principal editor;
    private static int arrived;

    private final List<Uai> schools =
            new ArrayList<>(List.of(Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.THIRD_COLLEGE));
    private final Map<Integer, SharedAnswerId> ids = new HashMap<>();
    private final Map<Integer, byte[]> taken = new HashMap<>();
    private final CampaignId campaign;
    private int moves;

    SharingStage() {
        campaign = sharing.scene.campaign("Marche", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
    }

    static void start(TestDatabase database) {
        postgres = database;
        sharing = new Sharing(database);
        trip = new Trip(sharing.scene);
        collectivity = sharing.scene.agent();
        state = sharing.scene.stateAgent();
        editor = sharing.scene.person("Éditrice", UnitId.NATION, new Grant(Role.EDITOR, UnitId.NATION));
    }

    /** Whether the set holds the school: all but the first are in the other town. */
    static boolean holds(int set, int school) {
        return set != 1 || school > 0;
    }

    /** How wide a set is: a commune is narrower than all. */
    static int width(int set) {
        return set == 1 ? 0 : 1;
    }

    int schools() {
        return schools.size();
    }

    /** Each move has an instant of its own. */
    void tick() {
        sharing.scene.now.updateAndGet(now -> now.plusSeconds(1));
    }

    /** Makes the move; false when the service refuses it. */
    boolean does(Move move) {
        moves++;
        Principal by = move.set() == 2 ? state : collectivity;
        Uai school = schools.get(move.school() % schools.size());
        try {
            switch (move.kind()) {
                case GIVE -> give(by, move);
                case SAVE -> save(by, school, move.verdict());
                case UNDO -> sharing.answers.undo(by, given(move.set()));
                case REJOIN -> sharing.answers.rejoin(by, given(move.set()), sharing.scene.audit(campaign, school));
                case JOIN -> join();
                case TAKE -> taken.put(move.set(), trip.take(by, campaign));
                case BRING -> {
                    return bring(by, school, move);
                }
            }
            return true;
        } catch (Refusal refusal) {
            if (refusal.problem() instanceof Problem.Conflict || refusal.problem() instanceof Problem.NotFound) {
                return false;
            }
            throw refusal;
        }
    }

    /** What the database holds, by school. */
    Map<Integer, Value> stands() {
        Map<Integer, Value> stands = new HashMap<>();
        postgres.owner()
                .useHandle(handle -> handle.createQuery("SELECT a.uai, w.verdict, w.comment,"
                                + " CASE WHEN w.shared_version = w.version THEN w.shared END AS follows"
                                + " FROM answer w JOIN audit a ON a.id = w.audit"
                                + " WHERE w.campaign = :campaign AND w.control = :control AND w.verdict IS NOT NULL")
                        .bind("campaign", campaign)
                        .bind("control", CONTROL)
                        .map((row, context) -> {
                            int school = schools.indexOf(new Uai(row.getString("uai")));
                            Verdict verdict = Verdict.valueOf(row.getString("verdict"));
                            String follows = row.getString("follows");
                            Integer set = follows == null ? null : setOf(SharedAnswerId.fromString(follows));
                            return stands.put(school, new Value(verdict, row.getString("comment"), set));
                        })
                        .list());
        stands.remove(-1);
        return stands;
    }

    private void give(Principal by, Move move) {
        Proposal proposal = new Proposal(
                campaign,
                OWNERS.get(move.set()),
                CONTROL,
                RULES.get(move.set()),
                new NewAnswer(move.verdict(), "Mouvement " + moves));
        String seen = sharing.answers.preview(by, proposal).seen();
        ids.put(
                move.set(),
                sharing.answers.apply(by, proposal, move.ticked(), seen).id());
    }

    private void save(Principal by, Uai school, Verdict verdict) {
        var audit = sharing.scene.audit(campaign, school);
        int seen = sharing.scene.audits.control(by, audit, CONTROL).cell().version();
        sharing.scene.answers.save(by, audit, CONTROL, seen, new NewAnswer(verdict, "Mouvement " + moves));
    }

    /** The workbook that was taken last comes back with this school's cell filled in: written, unless it is stale. */
    private boolean bring(Principal by, Uai school, Move move) {
        byte[] file = taken.get(move.set());
        return file != null
                && trip.bring(by, campaign, Trip.filled(file, school, CONTROL, move.verdict(), "Mouvement " + moves));
    }

    private void join() {
        arrived++;
        Uai uai = Uai.of(8_200_000 + arrived);
        sharing.scene.school(uai, "COLLEGE", "Collège arrivé " + arrived, Scene.OTHER_TOWN, Scene.VALLEYS);
        sharing.arrivals.join(editor, campaign);
        schools.add(uai);
    }

    private SharedAnswerId given(int set) {
        SharedAnswerId id = ids.get(set);
        if (id == null) {
            throw Refusal.notFound();
        }
        return id;
    }

    private int setOf(SharedAnswerId id) {
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}

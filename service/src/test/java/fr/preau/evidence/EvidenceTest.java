package fr.preau.evidence;

import static fr.preau.evidence.SampleFile.PNG;
import static fr.preau.evidence.SampleFile.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.Piece;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Uai;
import fr.preau.review.SendBack;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « an answer is shown by pieces »: who attaches, who sees which, what a submission keeps. */
class EvidenceTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final ControlCode BACKUP = Scene.control("SAU-02");
    private static final ControlCode NETWORK_MAP = Scene.control("PAT-03");
    private static final long ROOM = 100_000;
    private static Scene scene;
    private static Evidence evidence;
    private static Principal agent;
    private static Principal reviewer;

    private AuditId college;

    @BeforeEach
    void open_a_campaign_of_its_own() {
        if (scene == null) {
            scene = new Scene(DB);
            evidence = new Evidence(scene.database, scene.journal, scene.audits, scene.clock, ROOM);
            agent = scene.agent();
            reviewer = scene.reviewer();
        }
        college = audit(Scene.COLLEGE);
    }

    private static int campaigns;

    private AuditId audit(Uai school) {
        campaigns++;
        var campaign = scene.campaign("Campagne " + campaigns, LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        return scene.audit(campaign, school);
    }

    @Test
    void keeps_a_file_once_for_a_collectivity_and_once_more_for_another_one() {
        byte[] content = pdf("% partagé");
        evidence.attach(agent, college, BACKUP, SampleFile.piece(content, "a.pdf"));
        evidence.attach(agent, audit(Scene.SECOND_COLLEGE), BACKUP, SampleFile.piece(content, "b.pdf"));
        assertThat(blobs(content)).isEqualTo(1);
        evidence.attach(scene.townAgent(), audit(Scene.SCHOOL), BACKUP, SampleFile.piece(content, "a.pdf"));
        assertThat(blobs(content)).isEqualTo(2);
    }

    @Test
    void hands_over_the_very_bytes_a_part_at_a_time() {
        byte[] content = new byte[90_000];
        new Random(7).nextBytes(content);
        System.arraycopy(PNG, 0, content, 0, PNG.length);
        var piece = evidence.attach(agent, college, BACKUP, SampleFile.piece(content, "photo.png"));
        Handed handed = evidence.open(agent, new Evidence.Place(college, BACKUP, piece));
        assertThat(handed.size()).isEqualTo(content.length);
        assertThat(handed.parts().apply(0)).isEqualTo(content);
        assertThat(handed.parts().apply(89_990)).hasSize(10);
    }

    @Test
    void takes_pieces_from_who_may_answer_the_control_while_the_audit_is_open() {
        refused(Problem.Forbidden.class, () -> attach(scene.head(), college, Scene.control("PAT-01")));
        refused(Problem.NotFound.class, () -> attach(scene.townAgent(), college, BACKUP));
        refused(Problem.NotFound.class, () -> attach(reviewer, college, BACKUP));
        submit();
        refused(Problem.Conflict.class, () -> attach(agent, college, BACKUP));
        AuditId later = audit(Scene.COLLEGE);
        scene.at("2027-02-01T09:00:00Z");
        refused(Problem.Conflict.class, () -> attach(agent, later, BACKUP));
        scene.at("2026-11-23T09:00:00Z");
    }

    @Test
    void keeps_no_document_of_a_forbidden_control_not_even_by_sql() {
        refused(Problem.Invalid.class, () -> attach(agent, college, NETWORK_MAP));
        refused(
                Problem.Invalid.class,
                () -> evidence.attach(agent, college, NETWORK_MAP, NewPiece.link("https://dsi.exemple.invalid/x", "")));
        evidence.attach(
                agent,
                college,
                NETWORK_MAP,
                NewPiece.consultation("Bureau de la DSI", LocalDate.of(2026, 11, 20), "Responsable réseau"));
        assertThat(pieces(agent, NETWORK_MAP)).extracting(Piece::kind).containsExactly(Piece.Kind.CONSULTATION);
        assertThatThrownBy(() -> DB.owner()
                        .useHandle(owner -> owner.execute(
                                "UPDATE evidence SET kind = 'LINK', url = 'https://x', seen_on = NULL, seen_by = NULL"
                                        + " WHERE audit = ?",
                                college.value())))
                .hasMessageContaining("check constraint");
        assertThatThrownBy(() -> DB.owner()
                        .useHandle(owner -> owner.execute(
                                "UPDATE evidence SET attachment = 'AUTORISEE' WHERE audit = ?", college.value())))
                .hasMessageContaining("foreign key");
    }

    @Test
    void shows_reviewers_what_was_attached_at_the_last_submission_and_nothing_before_it() {
        attach(agent, college, BACKUP, "rendue.pdf");
        refused(Problem.NotFound.class, () -> pieces(reviewer, BACKUP));
        submit();
        assertThat(titles(reviewer)).containsExactly("rendue.pdf");
        scene.reviews.sendBack(reviewer, college, new SendBack(Map.of(BACKUP, "Montrez la date.")));
        attach(agent, college, BACKUP, "nouvelle.pdf");
        evidence.remove(agent, college, BACKUP, pieces(agent, BACKUP).get(0).id());
        assertThat(titles(agent)).containsExactly("nouvelle.pdf");
        assertThat(titles(reviewer)).containsExactly("rendue.pdf");
        attach(agent, college, BACKUP, "encore.pdf");
        assertThat(counted(agent)).isEqualTo(2);
        assertThat(counted(reviewer)).isEqualTo(1);
        evidence.remove(agent, college, BACKUP, pieces(agent, BACKUP).get(1).id());
        assertThat(evidence.open(reviewer, place(reviewer)).name()).isEqualTo("rendue.pdf");
        scene.reviews.submit(agent, college);
        assertThat(titles(reviewer)).containsExactly("nouvelle.pdf");
        assertThat(titles(agent)).containsExactly("nouvelle.pdf");
    }

    @Test
    void forgets_a_removed_file_at_once_unless_it_was_submitted() {
        byte[] never = pdf("% jamais envoyé");
        var piece = evidence.attach(agent, college, BACKUP, SampleFile.piece(never, "a.pdf"));
        evidence.remove(agent, college, BACKUP, piece);
        assertThat(blobs(never)).isZero();
        byte[] sent = pdf("% envoyé");
        var kept = evidence.attach(agent, college, BACKUP, SampleFile.piece(sent, "a.pdf"));
        submit();
        scene.reviews.sendBack(reviewer, college, new SendBack(Map.of(BACKUP, "Montrez la date.")));
        evidence.remove(agent, college, BACKUP, kept);
        assertThat(blobs(sent)).isEqualTo(1);
        scene.reviews.submit(agent, college);
        attach(agent, audit(Scene.SECOND_COLLEGE), BACKUP);
        assertThat(blobs(sent))
                .as("submitted again without it, and room was looked for")
                .isZero();
    }

    @Test
    void takes_ten_pieces_an_answer_and_what_fits_in_the_collectivitys_room() {
        for (int i = 0; i < Shelf.PIECES; i++) {
            attach(agent, college, BACKUP);
        }
        refused(Problem.Conflict.class, () -> attach(agent, college, BACKUP));
        byte[] large = new byte[(int) ROOM];
        System.arraycopy(PNG, 0, large, 0, PNG.length);
        refused(
                Problem.Conflict.class,
                () -> evidence.attach(agent, college, Scene.control("SAU-01"), SampleFile.piece(large, "grande.png")));
    }

    @Test
    void defect_10_copies_a_piece_only_for_who_has_a_right_at_both_ends() {
        var piece = attach(agent, college, BACKUP, "source.pdf");
        Evidence.Place from = new Evidence.Place(college, BACKUP, piece);
        Principal town = scene.townAgent();
        AuditId school = audit(Scene.SCHOOL);
        refused(Problem.NotFound.class, () -> evidence.copy(town, from, school, BACKUP));
        refused(Problem.NotFound.class, () -> evidence.copy(agent, from, school, BACKUP));
        refused(Problem.Forbidden.class, () -> evidence.copy(scene.head(), from, college, Scene.control("PAT-01")));
        AuditId second = audit(Scene.SECOND_COLLEGE);
        refused(
                Problem.NotFound.class,
                () -> evidence.copy(agent, new Evidence.Place(second, BACKUP, piece), second, BACKUP));
        evidence.copy(agent, from, second, BACKUP);
        assertThat(scene.audits.control(agent, second, BACKUP).pieces())
                .extracting(Piece::title)
                .containsExactly("source.pdf");
        evidence.remove(agent, college, BACKUP, piece);
        var copied = scene.audits.control(agent, second, BACKUP).pieces().get(0).id();
        assertThat(evidence.open(agent, new Evidence.Place(second, BACKUP, copied))
                        .parts()
                        .apply(0))
                .isEqualTo(pdf());
    }

    @Test
    void has_a_hand_in_the_answer_whoever_attaches_and_leaves_an_entry() {
        attach(agent, college, BACKUP, "preuve.pdf");
        assertThat(count("SELECT count(*) FROM audit_writer WHERE audit = " + college + " AND account = "
                        + agent.account()))
                .isEqualTo(1);
        var trace = scene.audits.control(agent, college, BACKUP).history().get(0);
        assertThat(trace.action()).isEqualTo("evidence.attached");
        assertThat(trace.text()).isEqualTo("preuve.pdf");
    }

    private void submit() {
        scene.answerAll(agent, college, Verdict.CONFORME);
        scene.reviews.submit(agent, college);
    }

    private static fr.preau.kernel.PieceId attach(Principal by, AuditId audit, ControlCode control) {
        return attach(by, audit, control, "preuve.pdf");
    }

    private static fr.preau.kernel.PieceId attach(Principal by, AuditId audit, ControlCode control, String name) {
        return evidence.attach(by, audit, control, SampleFile.piece(pdf(), name));
    }

    private List<Piece> pieces(Principal by, ControlCode control) {
        return scene.audits.control(by, college, control).pieces();
    }

    private List<String> titles(Principal by) {
        return pieces(by, BACKUP).stream().map(Piece::title).toList();
    }

    /** What lists say beside the control. */
    private int counted(Principal by) {
        var view = scene.audits.view(by, college);
        return view.cells().stream()
                .filter(cell -> cell.control().equals(BACKUP))
                .mapToInt(view::pieces)
                .sum();
    }

    private Evidence.Place place(Principal by) {
        return new Evidence.Place(college, BACKUP, pieces(by, BACKUP).get(0).id());
    }

    private static long blobs(byte[] content) {
        return DB.owner()
                .withHandle(
                        owner -> owner.createQuery("SELECT count(*) FROM evidence_blob WHERE sha256 = sha256(:content)")
                                .bind("content", content)
                                .mapTo(Long.class)
                                .one());
    }

    private static long count(String sql) {
        return DB.owner()
                .withHandle(owner -> owner.createQuery(sql).mapTo(Long.class).one());
    }

    private static void refused(Class<? extends Problem> kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(kind));
    }
}

package fr.preau.press;

import fr.preau.access.Principal;
import fr.preau.edition.Content;
import fr.preau.edition.Dossiers;
import fr.preau.edition.Imprint;
import fr.preau.edition.Label;
import fr.preau.edition.Signature;
import fr.preau.job.JobKind;
import fr.preau.job.Outcome;
import fr.preau.job.Progress;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.journal.SigningKey;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The job that makes, signs and keeps the files of a published edition, or of one receiver's copy of it. */
public final class Issuing implements JobKind<Issuing.Parameters> {
    private final Journal journal;
    private final InstantSource clock;
    private final Dossiers dossiers;
    private final Imprinting imprinting;

    /**
     * What signs, and where the service is found.
     *
     * @param address public address of the service, without a slash at its end
     */
    public record Imprinting(SigningKey key, String address) {
        /** Where a file is verified. */
        public String proof() {
            return address + "/verifier";
        }
    }

    /** The whole address of a path, to be handed on. */
    String address(String path) {
        return imprinting.address() + path;
    }

    public Issuing(Journal journal, InstantSource clock, Dossiers dossiers, Imprinting imprinting) {
        this.journal = journal;
        this.clock = clock;
        this.dossiers = dossiers;
        this.imprinting = imprinting;
    }

    /**
     * What to make.
     *
     * @param receiver whom a copy is for; null for the files that are the same for everybody
     * @param named whether schools are in it by name: then it is for who asks
     */
    public record Parameters(
            DeliverableId deliverable, @Nullable String receiver, boolean named) {}

    /**
     * What files may be made of.
     *
     * @param copies whether each receiver gets a copy of their own
     * @param schools how many the person's own copy may name
     */
    public record Edition(String title, String perimeter, Label label, int number, boolean copies, int schools) {}

    /**
     * The published edition of a deliverable.
     *
     * @throws Refusal not found, outside the person's units or before its publication
     */
    public Edition edition(Principal by, DeliverableId id) {
        Imprint imprint = published(dossiers.of(by, id)).imprint();
        return new Edition(
                imprint.title(),
                imprint.perimeter(),
                imprint.label(),
                Objects.requireNonNull(imprint.number()),
                !imprint.label().lowerThan(Label.AMBER),
                dossiers.names(by, id));
    }

    private static Content published(Content content) {
        if (content.imprint().number() == null) {
            throw Refusal.notFound();
        }
        return content;
    }

    /**
     * What to ask of the job.
     *
     * @param receiver whom a copy is for; not looked at where files are the same for everybody
     * @throws Refusal invalid, when a copy names nobody
     */
    public Parameters wish(Principal by, DeliverableId id, String receiver) {
        return new Parameters(id, edition(by, id).copies() ? Issues.named(receiver) : null, false);
    }

    /**
     * To ask for one's own copy, with schools by name: nobody else's.
     *
     * @throws Refusal not found, unless there are schools to name and the person sees every one of them
     */
    public Parameters own(Principal by, DeliverableId id) {
        if (edition(by, id).schools() == 0) {
            throw Refusal.notFound();
        }
        String receiver = by.name() + ", " + Words.of(Signature.employer(by.employer(), by.employerName()));
        return new Parameters(id, receiver.substring(0, Math.min(receiver.length(), Issues.LONGEST_NAME)), true);
    }

    private static final class Holder {
        /** Type and templates are read once, by the first job. */
        private static final Press PRESS = new Press();
    }

    @Override
    public String name() {
        return "press.issue";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Outcome run(Handle tx, Principal by, Parameters wish, Progress progress) {
        Content content =
                published(wish.named() ? dossiers.named(by, wish.deliverable()) : dossiers.of(by, wish.deliverable()));
        Copy copy = copy(content.imprint().label(), wish.receiver());
        Printed page = new Printed(content, imprinting.proof(), copy, true);
        List<PressFile> files = Holder.PRESS.all(page, imprinting.key(), done -> progress.at(done, Press.FILES));
        keep(tx, by, wish, page, files);
        return Outcome.shownAt(
                "/livrables/" + wish.deliverable() + "/fichiers", Message.of("press.issued", files.size()));
    }

    private @Nullable Copy copy(Label label, @Nullable String receiver) {
        if (!label.lowerThan(Label.AMBER)) {
            return new Copy(Issues.named(Objects.requireNonNullElse(receiver, "")), Paris.today(clock));
        }
        return null;
    }

    private void keep(Handle tx, Principal by, Parameters wish, Printed page, List<PressFile> files) {
        DeliverableId id = wish.deliverable();
        int schools = wish.named() ? dossiers.names(by, id) : 0;
        Imprint imprint = page.imprint();
        IssueSql sql = tx.attach(IssueSql.class);
        long issue = sql.insert(
                        id,
                        imprint.unit(),
                        imprint.perimeter(),
                        imprint.title(),
                        imprint.label(),
                        Objects.requireNonNull(imprint.number()),
                        page.copy() == null ? null : page.copy().receiver(),
                        imprinting.key().id(),
                        clock.instant(),
                        by.account(),
                        schools)
                .orElseThrow(() -> Refusal.conflict("press.issued.already"));
        int place = 0;
        for (PressFile file : files) {
            place++;
            sql.insertFile(issue, place, file.name(), file.type(), file.sha256(), file.content());
        }
        String manifest = files.get(files.size() - 2).sha256();
        journal.record(
                tx,
                Entry.of(by, "issue.made", "deliverable/" + id)
                        .with(Map.of(
                                "issue",
                                issue,
                                "manifest",
                                manifest,
                                "key",
                                imprinting.key().id(),
                                "schools",
                                schools)));
    }
}

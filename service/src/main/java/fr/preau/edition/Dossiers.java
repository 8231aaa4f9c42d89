package fr.preau.edition;

import fr.preau.access.Principal;
import fr.preau.database.Database;
import fr.preau.kernel.Actor;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.territory.Territory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Turns a composition into the dossier that is kept, and the dossier into the {@link Content} that formats read. A dossier
 * is the same for everybody who may read it: whether they may is the caller's to say.
 */
public final class Dossiers {
    private static final int METHOD = 5;

    private final Database database;
    private final Frame frame;
    private final Rolls rolls;

    Dossiers(Workshop workshop) {
        this.database = workshop.database;
        this.frame = workshop.frame;
        this.rolls = new Rolls(workshop);
    }

    /** The content of a deliverable that was proposed, approved or published, for one of its editors. */
    public Content of(Principal by, DeliverableId id) {
        return database.call(by, tx -> content(tx, Workshop.find(tx, by, id)));
    }

    /**
     * The same with its schools by name.
     *
     * @throws Refusal not found, unless it names schools and the person sees every one of them
     */
    public Content named(Principal by, DeliverableId id) {
        return database.call(by, tx -> {
            Deliverable deliverable = Workshop.find(tx, by, id);
            if (rolls.seen(tx, by, deliverable) == 0) {
                throw Refusal.notFound();
            }
            return rolls.with(tx, by, deliverable, content(tx, deliverable));
        });
    }

    /** How many schools it names before the person: all or none. */
    public int names(Principal by, DeliverableId id) {
        return database.call(by, tx -> rolls.seen(tx, by, Workshop.find(tx, by, id)));
    }

    /**
     * The content of a published edition, for who has come by another right than an editor's: a public address, a link.
     *
     * @throws Refusal not found, for what is not published
     */
    public Content published(DeliverableId id) {
        return database.call(Actor.SYSTEM, tx -> {
            Deliverable deliverable = tx.attach(DeliverableSql.class).deliverables(id, List.of("nation")).stream()
                    .filter(one -> one.state().issued())
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            return content(tx, deliverable);
        });
    }

    /** What was frozen at the last proposal, with its number and signatures as far as there are. */
    Content content(Handle tx, Deliverable deliverable) {
        DeliverableSql sql = tx.attach(DeliverableSql.class);
        DossierText kept = sql.dossier(deliverable.id()).orElseThrow(Refusal::notFound);
        FrozenDossier frozen = DossierFile.read(kept.content());
        List<Signature> signatures = sql.signatures(kept.id()).stream()
                .map(row -> new Signature(
                        row.side(), frame.words().t(row.employerLabel()), LocalDate.ofInstant(row.at(), Paris.ZONE)))
                .toList();
        return content(frozen, imprint(deliverable, frozen, signatures), kept.sha256());
    }

    private static Imprint imprint(Deliverable deliverable, FrozenDossier frozen, List<Signature> signatures) {
        return new Imprint(
                frozen.title(),
                frozen.label(),
                frozen.unit(),
                frozen.perimeter(),
                deliverable.number(),
                deliverable.publishedAt() == null ? null : LocalDate.ofInstant(deliverable.publishedAt(), Paris.ZONE),
                changes(deliverable.changes(), frozen.outlineChanges()),
                signatures);
    }

    /** What the editors say, then what the outlines do. */
    private static @Nullable String changes(@Nullable String said, @Nullable String outline) {
        if (said == null || outline == null) {
            return said;
        }
        return (said.matches("(?s).*[.!?…]") ? said : said + ".") + " " + outline;
    }

    private Content content(FrozenDossier frozen, Imprint imprint, String sha256) {
        return new Content(
                imprint,
                frozen.frozenAt(),
                sha256,
                frozen.fictitious(),
                frozen.sources(),
                frame.checklists().get(frozen.checklist()),
                frozen.roles(),
                frozen.sections(),
                frozen.tables(),
                frozen.method());
    }

    /** What a draft would be frozen as. */
    FrozenDossier freeze(Handle tx, Deliverable deliverable, Composed composed) {
        List<Source> sources = new ArrayList<>();
        sources.add(composed.shown().snapshot().source());
        if (composed.earlier() != null) {
            sources.add(composed.earlier().snapshot().source());
        }
        return new FrozenDossier(
                deliverable.title(),
                deliverable.label(),
                deliverable.unit(),
                frame.words().t(deliverable.unitLabel()),
                composed.at(),
                Territory.isInvented(tx),
                sources,
                composed.shown().checklist().id(),
                composed.shown().checklist().sha256(),
                composed.roles(),
                composed.sections(),
                composed.tables(),
                method(),
                outlineChanges(tx, deliverable, composed.sections()),
                Rolls.of(deliverable, composed.shown().snapshot()));
    }

    private @Nullable String outlineChanges(Handle tx, Deliverable deliverable, List<Section> sections) {
        if (deliverable.replaces() == null) {
            return null;
        }
        DossierText replaced =
                tx.attach(DeliverableSql.class).dossier(deliverable.replaces()).orElseThrow();
        List<Section> before = DossierFile.read(replaced.content()).sections();
        String told = OutlineChanges.ofSections(before, sections).stream()
                .map(frame.words()::t)
                .collect(Collectors.joining(" "));
        return told.isEmpty() ? null : told;
    }

    /** A draft as it would read, to look at. */
    Content preview(Handle tx, Deliverable deliverable, Composed composed) {
        FrozenDossier frozen = freeze(tx, deliverable, composed);
        return content(frozen, imprint(deliverable, frozen, List.of()), Digest.hex(DossierFile.write(frozen)));
    }

    private List<Block> method() {
        List<Block> method = new ArrayList<>();
        for (int i = 1; i <= METHOD; i++) {
            method.add(Block.paragraph(List.of(Span.plain(frame.words().t("edition.method." + i)))));
        }
        return method;
    }
}

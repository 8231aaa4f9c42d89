package fr.preau.deliverable;

import fr.preau.access.Principal;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Refusal;
import fr.preau.web.Site;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The PDF of one audit, holding what the person who asks may see of it.
 *
 * <p>Few are drawn at once: drawing takes memory and a core. Not to be called within a transaction.
 */
public final class AuditReport {
    private final Dossiers dossiers;
    private final DossierTemplate template;
    private final PdfPress press = new PdfPress();
    private final Limiter limiter;

    public AuditReport(Dossiers dossiers, Site site, Limiter limiter) {
        this.dossiers = dossiers;
        this.template = new DossierTemplate(site);
        this.limiter = limiter;
    }

    /**
     * Draws the report and records who asked for it.
     *
     * @param locale of our own words; the checklist and what people wrote stay as they are
     * @throws Refusal not found outside the person's units; too many, when others have kept the press busy for long
     */
    public ReportFile pdf(Principal by, AuditId id, Locale locale) {
        return limiter.run(() -> print(dossiers.ask(by, id), locale));
    }

    /**
     * The same as one file for a browser, {@code .html}: nothing is beside it, nothing is fetched, nothing runs.
     *
     * @throws Refusal not found outside the person's units
     */
    public ReportFile html(Principal by, AuditId id, Locale locale) {
        Dossier dossier = dossiers.ask(by, id);
        return new ReportFile(
                dossier.fileName(".html"), template.screen(dossier, locale).getBytes(StandardCharsets.UTF_8));
    }

    /** Prints within the caller's turn, for one who prints many, one after the other. */
    ReportFile printInTurn(Principal by, AuditId id, Locale locale) {
        return print(dossiers.ask(by, id), locale);
    }

    private ReportFile print(Dossier dossier, Locale locale) {
        byte[] pdf = press.print(template.xhtml(dossier, locale), dossier.askedAt(), AnswersCsv.attached(dossier));
        return new ReportFile(dossier.fileName(".pdf"), pdf);
    }
}

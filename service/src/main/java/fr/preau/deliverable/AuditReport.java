package fr.preau.deliverable;

import fr.preau.access.Principal;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Refusal;
import fr.preau.web.Site;
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
        return limiter.run(() -> {
            Dossier dossier = dossiers.ask(by, id);
            return new ReportFile(dossier.fileName(), press.print(template.xhtml(dossier, locale), dossier.askedAt()));
        });
    }
}

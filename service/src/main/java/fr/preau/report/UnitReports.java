package fr.preau.report;

import fr.preau.access.Principal;
import fr.preau.deliverable.Attached;
import fr.preau.deliverable.Limiter;
import fr.preau.deliverable.PdfPress;
import fr.preau.deliverable.ReportFile;
import fr.preau.deliverable.Stationery;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.web.Site;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The report of a unit in one campaign, for who sees its schools by name: what one shows to elected people and sends to
 * one's teams. Drawing takes memory and a core, so few are drawn at once. Not to be called within a transaction.
 */
public final class UnitReports {
    private static final String PAPER = "report/paper.jte";
    private static final String SCREEN = "report/screen.jte";

    private final UnitReadings readings;
    private final Stationery stationery;
    private final Limiter limiter;
    private final PdfPress press = new PdfPress();

    UnitReports(UnitReadings readings, Site site, Limiter limiter) {
        this.readings = readings;
        this.stationery = stationery(site);
        this.limiter = limiter;
    }

    static Stationery stationery(Site site) {
        return new Stationery(site, "report/paper.css", "report/screen.css");
    }

    /**
     * Draws the report and records who asked for it.
     *
     * @param campaign null for the newest
     * @throws Refusal not found, where the person has no report of it; too many, when others keep the press busy for long
     */
    public ReportFile pdf(Principal by, UnitId unit, @Nullable CampaignId campaign, Locale locale) {
        return limiter.run(() -> {
            UnitReport report = readings.ask(by, unit, campaign);
            byte[] pdf = print(press, stationery, report, locale);
            return new ReportFile(report.fileName(".pdf"), pdf);
        });
    }

    /** The same as one file for a browser: nothing is beside it, nothing is fetched, nothing runs. */
    public ReportFile html(Principal by, UnitId unit, @Nullable CampaignId campaign, Locale locale) {
        return limiter.run(() -> {
            UnitReport report = readings.ask(by, unit, campaign);
            String page = stationery.screen(SCREEN, report, locale);
            return new ReportFile(report.fileName(".html"), page.getBytes(StandardCharsets.UTF_8));
        });
    }

    static byte[] print(PdfPress press, Stationery stationery, UnitReport report, Locale locale) {
        List<Attached> data = UnitData.attached(report, stationery.viewer(locale));
        return press.print(stationery.paper(PAPER, report, locale), report.askedAt(), data);
    }
}

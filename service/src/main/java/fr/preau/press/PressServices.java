package fr.preau.press;

import fr.preau.database.Database;
import fr.preau.edition.Dossiers;
import fr.preau.job.JobKind;
import fr.preau.job.Jobs;
import fr.preau.journal.Journal;
import java.time.InstantSource;
import java.util.List;

/** The services of signed files, built together, with the pages that show them. */
public record PressServices(Issues issues, OpenShelf shelf, Issuing issuing, Issuing.Imprinting imprinting) {

    public static PressServices on(
            Database database, Journal journal, InstantSource clock, Dossiers dossiers, Issuing.Imprinting imprinting) {
        return new PressServices(
                new Issues(database, journal, clock, dossiers),
                new OpenShelf(database, clock),
                new Issuing(journal, clock, dossiers, imprinting),
                imprinting);
    }

    /** What the worker is to do for them. */
    public List<JobKind<?>> kinds() {
        return List.of(issuing);
    }

    /** Their pages. */
    public List<Object> pages(Jobs jobs) {
        return List.of(
                new VerifyPages(shelf, imprinting),
                new OpenPages(shelf),
                new ReceivedPages(shelf),
                new SchemaPages(),
                new IssuePages(issues, issuing, jobs));
    }
}

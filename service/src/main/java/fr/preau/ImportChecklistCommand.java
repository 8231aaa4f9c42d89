package fr.preau;

import fr.preau.checklist.ChecklistDocument;
import fr.preau.checklist.Publication;
import fr.preau.kernel.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code import-checklist}: publishes a version of a checklist, which can't change any more. */
final class ImportChecklistCommand extends DataCommand {
    ImportChecklistCommand(Terminal terminal, InstantSource clock) {
        super("import-checklist", terminal, clock);
    }

    @Override
    void addArguments(Subparser parser) {
        parser.addArgument("checklist").metavar("FILE").help(help("checklist"));
    }

    @Override
    void work(Namespace arguments, Services services, LinkWay way) throws IOException {
        byte[] file = Files.readAllBytes(Path.of(arguments.getString("checklist")));
        Publication publication = services.checklists().publish(Actor.SYSTEM, file);
        ChecklistDocument document = services.checklists().get(publication.id()).document();
        terminal.say(
                publication.fresh() ? "command.published" : "command.publishedBefore",
                document.identifier(),
                document.version());
    }
}

package fr.preau;

import fr.preau.kernel.Actor;
import fr.preau.kernel.Uai;
import fr.preau.territory.ImportOptions;
import fr.preau.territory.ImportReport;
import fr.preau.territory.OverrideFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/** {@code import-directory}: reads the ministry's directory of schools, all of it or nothing, and prints what it did. */
final class ImportDirectoryCommand extends DataCommand {
    ImportDirectoryCommand(Terminal terminal, InstantSource clock) {
        super("import-directory", terminal, clock);
    }

    @Override
    void addArguments(Subparser parser) {
        parser.addArgument("directory").metavar("FILE").help(help("directory"));
        parser.addArgument("--dry-run").action(Arguments.storeTrue()).help(help("dryRun"));
        parser.addArgument("--complete").action(Arguments.storeTrue()).help(help("complete"));
        parser.addArgument("--accept-closures").metavar("N").setDefault("0").help(help("acceptClosures"));
        parser.addArgument("--overrides").metavar("FILE").help(help("overrides"));
    }

    @Override
    void work(Namespace arguments, Services services, LinkWay way) {
        ImportOptions options = new ImportOptions(
                arguments.getBoolean("dry_run"),
                arguments.getBoolean("complete"),
                Values.number("accept-closures", arguments.getString("accept_closures")),
                overrides(arguments.getString("overrides")));
        Path file = Path.of(arguments.getString("directory"));
        ImportReport report = services.directory()
                .run(Actor.SYSTEM, file, options, lines -> terminal.progress("command.import.progress", lines));
        report.lines().forEach(terminal::say);
    }

    private static Map<Uai, OverrideFile.Owner> overrides(@Nullable String file) {
        return file == null ? Map.of() : OverrideFile.read(Path.of(file));
    }
}

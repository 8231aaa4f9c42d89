package fr.preau.press;

import fr.preau.edition.Label;
import fr.preau.journal.SigningKey;
import java.nio.file.Path;

/** What another process makes of the same dossier: its main prints each file's name and SHA-256. */
final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) {
        Label label = Label.valueOf(arguments[0]);
        new Press()
                .all(
                        PressFixture.printed(PressFixture.sample(label), null),
                        SigningKey.prepare(Path.of(arguments[1])),
                        done -> {})
                .forEach(file -> System.out.println(file.name() + " " + file.sha256()));
    }
}

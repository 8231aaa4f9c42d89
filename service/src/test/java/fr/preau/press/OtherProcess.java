package fr.preau.press;

import fr.preau.edition.Label;

/** What another process makes of the same dossier: its main prints each file's name and SHA-256. */
final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) {
        Label label = Label.valueOf(arguments[0]);
        new Press()
                .all(PressFixture.printed(PressFixture.sample(label), null), done -> {})
                .forEach(file -> System.out.println(file.name() + " " + file.sha256()));
    }
}

package fr.preau.demo;

import java.util.Arrays;

/** How the ministry's file words each kind of school; the first words of a school's name tell its kind. */
enum SchoolKind {
    NURSERY("École maternelle ", "Ecole", "101", "ECOLE MATERNELLE"),
    ELEMENTARY("École élémentaire ", "Ecole", "151", "ECOLE DE NIVEAU ELEMENTAIRE"),
    PRIMARY("École primaire ", "Ecole", "151", "ECOLE DE NIVEAU ELEMENTAIRE"),
    COLLEGE("Collège ", "Collège", "340", "COLLEGE"),
    PROFESSIONAL("Lycée professionnel ", "Lycée", "320", "LYCEE PROFESSIONNEL"),
    LYCEE("Lycée ", "Lycée", "300", "LYCEE ENSEIGNT GENERAL ET TECHNOLOGIQUE"),
    EREA("EREA ", "EREA", "370", "ETAB REGIONAL/LYCEE ENSEIGNEMENT ADAPTE"),
    CIO("CIO ", "Information et orientation", "841", "CENTRE D INFORMATION ET D ORIENTATION");

    private final String start;
    private final String type;
    private final String nature;
    private final String natureLabel;

    SchoolKind(String start, String type, String nature, String natureLabel) {
        this.start = start;
        this.type = type;
        this.nature = nature;
        this.natureLabel = natureLabel;
    }

    static SchoolKind of(String name) {
        return Arrays.stream(values())
                .filter(kind -> name.startsWith(kind.start))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("what kind of school is " + name + "?"));
    }

    /** The first words of a school's name. */
    String start() {
        return start;
    }

    String type() {
        return type;
    }

    String nature() {
        return nature;
    }

    String natureLabel() {
        return natureLabel;
    }

    /** Whether a commune runs it. */
    boolean ofCommune() {
        return this == NURSERY || this == ELEMENTARY || this == PRIMARY;
    }
}

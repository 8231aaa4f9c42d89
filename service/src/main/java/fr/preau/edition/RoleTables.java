package fr.preau.edition;

import fr.preau.checklist.Checklist;
import fr.preau.checklist.Control;
import fr.preau.checklist.FrenchText;
import fr.preau.checklist.Party;
import fr.preau.checklist.Roles;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Theme;
import fr.preau.web.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who does what: the usual split of roles by theme, and to whom the controls of each type of school fall. */
final class RoleTables {
    private final Viewer words;
    private final Checklist checklist;

    RoleTables(Viewer words, Checklist checklist) {
        this.words = words;
        this.checklist = checklist;
    }

    Table roles(List<Roles> roles) {
        List<Row> rows = new ArrayList<>();
        for (Roles line : roles) {
            Theme theme = checklist.theme(line.theme());
            rows.add(new Row(
                    line.theme(),
                    List.of(FrenchText.typeset(theme.title())),
                    List.of(
                            Cell.text(FrenchText.typeset(line.state())),
                            Cell.text(FrenchText.typeset(line.collectivity())),
                            Cell.text(FrenchText.typeset(line.establishment())))));
        }
        return new Table(
                "roles",
                words.t("edition.table.roles"),
                List.of(words.t("edition.theme")),
                List.of(
                        words.t("checklist.party.ETAT"),
                        words.t("checklist.party.COLLECTIVITE"),
                        words.t("checklist.party.ETABLISSEMENT")),
                rows,
                Chart.NONE,
                List.of(words.t("edition.roles.note")));
    }

    /** Numbers of controls by type, theme and party. */
    Table parties() {
        List<Row> rows = new ArrayList<>();
        for (SchoolType type : SchoolType.values()) {
            for (Theme theme : checklist.themes()) {
                List<Control> own = checklist.controls(theme).stream()
                        .filter(control -> control.appliesTo(type))
                        .toList();
                if (!own.isEmpty()) {
                    rows.add(new Row(
                            type.name() + "." + theme.code(),
                            List.of(words.t("checklist.type." + type.name()), FrenchText.typeset(theme.title())),
                            Arrays.stream(Party.values())
                                    .map(party -> Cell.number(own.stream()
                                            .filter(control -> control.party(type) == party)
                                            .count()))
                                    .toList()));
                }
            }
        }
        return new Table(
                "parties",
                words.t("edition.table.parties"),
                List.of(words.t("edition.type"), words.t("edition.theme")),
                Arrays.stream(Party.values())
                        .map(party -> words.t("checklist.party." + party.name()))
                        .toList(),
                rows,
                Chart.NONE,
                List.of());
    }
}

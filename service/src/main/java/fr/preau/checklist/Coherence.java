package fr.preau.checklist;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the values of a well-formed file owe each other: codes used once, known where they are used, in order. */
final class Coherence {
    private final ChecklistDocument file;
    private final Findings findings;

    private Coherence(ChecklistDocument file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    static void check(ChecklistDocument file, Findings findings) {
        Coherence coherence = new Coherence(file, findings);
        coherence.scales();
        coherence.lists();
        coherence.answers();
        coherence.themes();
        coherence.controls();
    }

    private void scales() {
        inFull("niveaux", codes(file.levels(), LevelLabel::code), Level.values());
        for (LevelLabel label : file.levels()) {
            if (!label.code().equals(label.level().name())) {
                findings.add(
                        "niveaux/" + label.code(),
                        "checklist.level.code",
                        label.level().number(),
                        label.level());
            }
        }
        threeSteps("poids", file.weights());
        threeSteps("gains", file.gains());
        threeSteps("efforts", file.efforts());
    }

    private void threeSteps(String place, List<Step> steps) {
        if (!steps.stream().map(Step::step).toList().equals(List.of(1, 2, 3))) {
            findings.add(place, "checklist.steps");
        }
    }

    private void lists() {
        List<String> parties = codes(file.parties(), Term::code);
        once("responsables", parties);
        missing("responsables", parties, Party.values());
        once("types_etablissement", codes(file.schoolTypes(), Term::code));
        filled("types_etablissement", file.schoolTypes());
        once("types_preuve", codes(file.evidenceTypes(), Term::code));
    }

    private void answers() {
        List<String> verdicts = codes(file.answers(), option -> option.verdict().name());
        once("reponses", verdicts);
        missing("reponses", verdicts, Verdict.values());
        for (AnswerOption option : file.answers()) {
            if (!same(option.value(), option.verdict().value())) {
                findings.add(
                        "reponses/" + option.verdict() + "/valeur",
                        "checklist.answer.value",
                        String.valueOf(option.verdict().value()));
            }
        }
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    private void themes() {
        once("themes", codes(file.themes(), Theme::code));
        filled("themes", file.themes());
        inOrder("themes", file.themes(), Theme::position, Theme::code);
        Set<String> used = file.controls().stream().map(Control::theme).collect(Collectors.toSet());
        for (Theme theme : file.themes()) {
            if (!used.contains(theme.code())) {
                findings.add("themes/" + theme.code(), "checklist.theme.empty");
            }
        }
    }

    private void controls() {
        once("mesures", codes(file.controls(), control -> control.code().value()));
        filled("mesures", file.controls());
        inOrder(
                "mesures",
                file.controls(),
                Control::position,
                control -> control.code().value());
        List<String> themes = codes(file.themes(), Theme::code);
        List<String> types = codes(file.schoolTypes(), Term::code);
        List<String> evidence = codes(file.evidenceTypes(), Term::code);
        for (Control control : file.controls()) {
            String place = "mesures/" + control.code();
            List<String> applies = codes(control.schoolTypes(), SchoolType::name);
            filled(place + "/types_etablissement", applies);
            once(place + "/types_etablissement", applies);
            known(place + "/types_etablissement", applies, types);
            known(place + "/theme", List.of(control.theme()), themes);
            once(place + "/types_preuve", control.evidenceTypes());
            known(place + "/types_preuve", control.evidenceTypes(), evidence);
            known(place + "/niveau_par_type", codes(control.levelByType().keySet(), SchoolType::name), applies);
            known(place + "/responsable_par_type", codes(control.partyByType().keySet(), SchoolType::name), applies);
            once(
                    place + "/references",
                    codes(control.references().all(), cited -> cited.source() + " " + cited.code()));
        }
    }

    private static <T> List<String> codes(Collection<T> items, Function<T, String> code) {
        return items.stream().map(code).toList();
    }

    private void once(String place, List<String> codes) {
        Set<String> seen = new HashSet<>();
        for (String code : codes) {
            if (!seen.add(code)) {
                findings.add(place, "checklist.code.twice", code);
            }
        }
    }

    private void missing(String place, List<String> codes, Enum<?>[] all) {
        for (Enum<?> one : all) {
            if (!codes.contains(one.name())) {
                findings.add(place, "checklist.code.absent", one.name());
            }
        }
    }

    private void inFull(String place, List<String> codes, Enum<?>[] all) {
        List<String> names = Arrays.stream(all).map(Enum::name).toList();
        if (!codes.equals(names)) {
            findings.add(place, "checklist.codes.inFull", String.join(", ", names));
        }
    }

    private void known(String place, List<String> codes, List<String> known) {
        for (String code : codes) {
            if (!known.contains(code)) {
                findings.add(place, "checklist.code.unknown", code, String.join(", ", known));
            }
        }
    }

    private void filled(String place, List<?> items) {
        if (items.isEmpty()) {
            findings.add(place, "checklist.list.empty");
        }
    }

    private <T> void inOrder(String place, List<T> items, Function<T, Integer> position, Function<T, String> code) {
        int last = 0;
        for (T item : items) {
            if (position.apply(item) <= last) {
                findings.add(place + "/" + code.apply(item) + "/ordre", "checklist.order", position.apply(item), last);
            }
            last = position.apply(item);
        }
    }
}

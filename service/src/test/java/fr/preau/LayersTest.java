package fr.preau;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Packages depend on each other one way, and never in a ring. */
@AnalyzeClasses(packages = "fr.preau", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
    /** From the bottom; the packages of one line ignore each other. */
    private static final List<List<String>> LAYERS = List.of(
            List.of("kernel"),
            List.of("database"),
            List.of("journal"),
            List.of("web"),
            List.of("access"),
            List.of("job"),
            List.of("territory"),
            List.of("checklist"),
            List.of("campaign"),
            List.of("audit"),
            List.of("grid", "plan", "review", "shared", "evidence", "succession", "workbook"),
            List.of("dashboard", "deliverable", "commons"),
            List.of("report"),
            List.of("edition"),
            List.of("press"),
            List.of("demo"));

    @ArchTest
    static void depends_on_lower_layers_only(JavaClasses all) {
        List<String> lower = new ArrayList<>();
        for (List<String> layer : LAYERS) {
            for (String name : layer) {
                String own = "fr.preau." + name + "..";
                DescribedPredicate<JavaClass> allowed = resideInAPackage(own).or(resideInAnyPackage(patterns(lower)));
                classes()
                        .that()
                        .resideInAPackage(own)
                        .should()
                        .onlyDependOnClassesThat(allowed.or(DescribedPredicate.not(resideInAPackage("fr.preau.."))))
                        .because(name + " may know " + lower + " and nothing else of ours")
                        .allowEmptyShould(true)
                        .check(all);
            }
            lower.addAll(layer);
        }
    }

    @ArchTest
    static void leaves_no_package_out_of_the_plan(JavaClasses all) {
        TreeSet<String> packages = new TreeSet<>();
        all.forEach(each -> packages.add(each.getPackageName()));
        packages.remove("fr.preau");
        // Parts of access, and of its layer.
        packages.removeAll(List.of("fr.preau.access.factor", "fr.preau.access.mail", "fr.preau.access.oidc"));
        List<String> known = LAYERS.stream()
                .flatMap(List::stream)
                .map(name -> "fr.preau." + name)
                .toList();
        assertThat(packages).isSubsetOf(known);
    }

    @ArchTest
    static void goes_round_in_no_ring(JavaClasses all) {
        slices().matching("fr.preau.(*)..").should().beFreeOfCycles().check(all);
    }

    @ArchTest
    static void is_known_to_nobody_as_the_root(JavaClasses all) {
        noClasses()
                .that()
                .resideInAPackage("fr.preau.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.preau")
                .check(all);
    }

    private static String[] patterns(List<String> names) {
        return Stream.concat(Stream.of("fr.preau.nothing"), names.stream().map(name -> "fr.preau." + name + ".."))
                .toArray(String[]::new);
    }
}

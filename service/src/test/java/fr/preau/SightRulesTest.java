package fr.preau;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import fr.preau.access.Sessions;
import fr.preau.access.Tokens;
import fr.preau.audit.Audits;
import fr.preau.audit.Follows;
import fr.preau.audit.Rosters;
import fr.preau.dashboard.Dashboards;
import fr.preau.dashboard.Panels;
import fr.preau.dashboard.Tables;
import fr.preau.database.Database;
import fr.preau.kernel.Actor;
import fr.preau.plan.Starts;

/** Who may open the second lock wider than the schools that a person sees by name: a list, in one place. */
@AnalyzeClasses(packages = "fr.preau", importOptions = ImportOption.DoNotIncludeTests.class)
class SightRulesTest {
    @ArchTest
    static final ArchRule sees_every_audit_from_its_commands_and_the_demonstration_alone = noClasses()
            .that()
            .resideInAPackage("fr.preau.*..")
            .and()
            .resideOutsideOfPackage("fr.preau.demo")
            .and()
            .doNotBelongToAnyOf(Actor.class, Database.class)
            .should()
            .accessField(Actor.class, "OPERATOR")
            .because("a request runs for its person, or for Actor.SYSTEM, which sees no audit");

    @ArchTest
    static final ArchRule reads_without_entering_who_sends_a_request_alone = noClasses()
            .that()
            .doNotBelongToAnyOf(Sessions.class, Tokens.class)
            .should(callMethodWhere(target(owner(assignableTo(Database.class))).and(target(nameMatching("recognise")))))
            .because("every other statement is told for whom it runs");

    @ArchTest
    static final ArchRule sees_what_counts_in_figures_where_sums_are_read = noClasses()
            .that()
            .doNotBelongToAnyOf(
                    Audits.class,
                    Rosters.class,
                    Follows.class,
                    Dashboards.class,
                    Tables.class,
                    Panels.class,
                    Starts.class)
            .should(callMethodWhere(target(owner(assignableTo(Database.class))).and(target(nameMatching("figures")))))
            .because("Database.figures sees further than the schools that a person sees by name");

    @ArchTest
    static final ArchRule reads_one_moment_where_figures_are_frozen = noClasses()
            .that()
            .haveNameNotMatching("fr\\.preau\\.(edition\\.Snapshots|report\\.UnitReadings)(\\$.*)?")
            .should(callMethodWhere(target(owner(assignableTo(Database.class))).and(target(nameMatching("snapshot")))))
            .because("Database.snapshot sees further than the schools that a person sees by name");

    /** A unit's journal names audits and no answer; rosters and removals are of who runs the campaign. */
    @ArchTest
    static final ArchRule sees_audits_from_outside_where_units_are_run = noClasses()
            .that()
            .haveNameNotMatching(
                    "fr\\.preau\\.(audit\\.Rosters|audit\\.RosterChanges|audit\\.Extensions|audit\\.Reminders|review\\.Reviews|succession\\.(Successions|Questions)|dashboard\\.UnitJournals)")
            .should(callMethodWhere(target(owner(assignableTo(Database.class))).and(target(nameMatching("running")))))
            .because("Database.running sees the audits of all units that a person runs");
}

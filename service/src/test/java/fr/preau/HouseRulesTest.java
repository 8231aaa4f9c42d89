package fr.preau;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fr.preau.access.HasRole;
import fr.preau.access.SignedIn;
import fr.preau.web.Anyone;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The rules of the house that a machine can hold on compiled classes; those on sources are in {@link SourcesTest}. */
@AnalyzeClasses(packages = "fr.preau", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    private static final int MOST_ARGUMENTS = 5;

    @ArchTest
    static final ArchRule is_named_for_what_it_is = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl|D[Tt][Oo])")
            .because("such a name says nothing of what the class does");

    @ArchTest
    static final ArchRule needs_no_magic = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.mockito..", "lombok..", "com.google.inject..", "jakarta.inject..", "org.springframework..");

    @ArchTest
    static final ArchRule maps_its_records_in_one_place = noClasses()
            .that()
            .doNotHaveSimpleName("RecordRows")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.jdbi\\..*ConstructorMapper")
            .because("RecordRows maps them, and finds their columns once");

    @ArchTest
    static final ArchRule keeps_sql_within_its_feature = classes()
            .that()
            .haveSimpleNameEndingWith("Sql")
            .should()
            .beInterfaces()
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule opens_units_of_work_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackage("fr.preau.database")
            .should(callMethodWhere(target(owner(assignableTo(Jdbi.class)))
                    .and(target(
                            nameMatching("open|inTransaction|useTransaction|withHandle|useHandle|(with|use)Extension|"
                                    + "onDemand")))))
            .orShould(callMethodWhere(
                    target(owner(assignableTo(DataSource.class))).and(target(nameMatching("getConnection.*")))))
            .because("Database.call is the unit of work: it says to the server for whom it runs");

    @ArchTest
    static final ArchRule gets_time_from_its_clock = noClasses()
            .should(callMethodWhere(target(nameMatching("now"))
                    .and(target(owner(assignableTo(Temporal.class).or(assignableTo(Instant.class)))))))
            .orShould(callMethodWhere(
                    target(owner(assignableTo(System.class))).and(target(nameMatching("currentTimeMillis")))))
            .orShould()
            .callConstructor(Date.class)
            .orShould(callMethodWhere(
                    target(owner(assignableTo(Clock.class))).and(target(nameMatching("system.*|tick.*")))))
            .because("time comes in through an InstantSource, so that a test may set it");

    @ArchTest
    static final ArchRule reads_the_system_clock_at_the_root_alone = noClasses()
            .that()
            .resideInAPackage("fr.preau.*..")
            .should(callMethodWhere(
                    target(owner(assignableTo(InstantSource.class))).and(target(nameMatching("system")))));

    @ArchTest
    static final ArchRule prints_nothing_but_from_its_commands = noClasses()
            .that()
            .resideInAPackage("fr.preau.*..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould(callMethodWhere(target(nameMatching("printStackTrace"))));

    @ArchTest
    static final ArchRule hides_its_fields = fields().that()
            .areNotStatic()
            .and()
            .areDeclaredInClassesThat()
            .areNotRecords()
            .should(new ArchCondition<>("not be public") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    boolean open = field.getModifiers().contains(JavaModifier.PUBLIC);
                    events.add(new SimpleConditionEvent(field, !open, field.getFullName() + " is public"));
                }
            });

    @ArchTest
    static final ArchRule constructs_from_few_things = constructors()
            .that()
            .areDeclaredInClassesThat(DescribedPredicate.not(record().or(enumeration())))
            .should(new ArchCondition<>("take at most " + MOST_ARGUMENTS + " arguments") {
                @Override
                public void check(JavaConstructor constructor, ConditionEvents events) {
                    int arguments = constructor.getRawParameterTypes().size();
                    events.add(new SimpleConditionEvent(
                            constructor,
                            arguments <= MOST_ARGUMENTS,
                            constructor.getFullName() + " takes " + arguments));
                }
            });

    @ArchTest
    static final ArchRule says_on_each_endpoint_who_may_call_it = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(new ArchCondition<>("bear exactly one right") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    long own = Stream.of(Anyone.class, SignedIn.class, HasRole.class)
                            .filter(method::isAnnotatedWith)
                            .count();
                    boolean inherited = method.getOwner().isAnnotatedWith(Anyone.class);
                    boolean right = own == 1 || (own == 0 && inherited);
                    events.add(new SimpleConditionEvent(
                            method, right, method.getFullName() + " bears " + own + " of Anyone, SignedIn, HasRole"));
                }
            });

    @ArchTest
    static final ArchRule keeps_http_in_pages_and_api = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Pages")
            .orShould()
            .haveSimpleNameEndingWith("Api")
            .orShould()
            .haveSimpleNameEndingWith("Resource");

    private static DescribedPredicate<JavaClass> record() {
        return DescribedPredicate.describe("records", JavaClass::isRecord);
    }

    private static DescribedPredicate<JavaClass> enumeration() {
        return DescribedPredicate.describe("enums", JavaClass::isEnum);
    }
}

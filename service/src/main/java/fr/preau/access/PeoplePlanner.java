package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Holds each line of the file against what is there, and says of each what is wrong or what it would do. */
final class PeoplePlanner {
    private final Grants grants;
    private final Map<String, List<PeopleImportSql.Named>> units;
    private final Map<String, PeopleImportSql.Known> accounts;
    private final Map<AccountId, Map<Grant, PeopleImportSql.Held>> held;
    private final Map<String, PeoplePlan.Person> people = new LinkedHashMap<>();
    private final Map<String, Map<Grant, Integer>> lines = new HashMap<>();
    private final List<PeoplePlan.Fault> faults = new ArrayList<>();

    private PeoplePlanner(Handle tx, Actor by, Grants grants, List<PeopleLine> file, Instant now) {
        this.grants = grants;
        PeopleImportSql sql = tx.attach(PeopleImportSql.class);
        List<UnitId> perimeter = Accounts.unitsOf(by);
        List<String> texts = file.stream()
                .flatMap(line -> Stream.of(line.employer(), line.unit()))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        units = sql.units(texts, perimeter).stream().collect(Collectors.groupingBy(PeopleImportSql.Named::text));
        accounts =
                sql
                        .accounts(
                                file.stream().map(PeopleLine::email).distinct().toList(), Perimeter.of(perimeter), now)
                        .stream()
                        .collect(Collectors.toMap(PeopleImportSql.Known::email, Function.identity()));
        List<Long> ids =
                accounts.values().stream().map(known -> known.id().value()).toList();
        held = sql.held(ids, now).stream()
                .collect(Collectors.groupingBy(
                        PeopleImportSql.Held::account,
                        Collectors.toMap(PeopleImportSql.Held::grant, Function.identity())));
    }

    static PeoplePlan plan(Handle tx, Actor by, Grants grants, List<PeopleLine> file, Instant now) {
        PeoplePlanner planner = new PeoplePlanner(tx, by, grants, file, now);
        file.forEach(planner::take);
        return new PeoplePlan(List.copyOf(planner.people.values()), planner.faults);
    }

    private void take(PeopleLine line) {
        try {
            PeoplePlan.Person person = person(line);
            PeoplePlan.Right right = right(line, person.account());
            Integer earlier = lines.computeIfAbsent(line.email(), email -> new HashMap<>())
                    .putIfAbsent(right.right().grant(), line.line());
            if (earlier == null) {
                List<PeoplePlan.Right> rights = new ArrayList<>(person.rights());
                rights.add(right);
                people.put(
                        line.email(),
                        new PeoplePlan.Person(
                                person.account(), person.email(), person.name(), person.employer(), rights));
                return;
            }
            if (person.rights().stream().noneMatch(each -> each.right().equals(right.right()))) {
                throw Refusal.invalid("fin", "people.fault.twice", earlier);
            }
        } catch (Refusal refusal) {
            faults.add(new PeoplePlan.Fault(line.line(), refusal.problem().message()));
        }
    }

    private PeoplePlan.Person person(PeopleLine line) {
        PeoplePlan.Person earlier = people.get(line.email());
        PeopleImportSql.Known known = accounts.get(line.email());
        if (known != null) {
            if (!known.seen()) {
                throw Refusal.conflict("people.fault.elsewhere", line.email());
            }
            if (known.disabledAt() != null) {
                throw Refusal.conflict("access.account.disabled", line.email());
            }
            same(line, known.name(), known.employer());
            return earlier != null
                    ? earlier
                    : new PeoplePlan.Person(known.id(), known.email(), known.name(), known.employer(), List.of());
        }
        if (earlier != null) {
            same(line, earlier.name(), earlier.employer());
            return earlier;
        }
        NewPerson person = new NewPerson(
                line.email(), line.name(), unit("employer", line.employer()).id());
        return new PeoplePlan.Person(null, person.email(), person.name(), person.employer(), List.of());
    }

    /** Name and employer are of the account, not of a line: left empty or written as they are. */
    private void same(PeopleLine line, String name, UnitId employer) {
        if (!line.name().isEmpty() && !line.name().equals(name)) {
            throw Refusal.conflict("people.fault.name", line.email(), name);
        }
        boolean written = line.employer().isEmpty() || line.employer().equalsIgnoreCase(employer.toString());
        if (!written && !unit("employer", line.employer()).id().equals(employer)) {
            throw Refusal.conflict("people.fault.employer", line.email(), employer.toString());
        }
    }

    private PeoplePlan.Right right(PeopleLine line, @Nullable AccountId account) {
        Role role = Role.named(line.role());
        PeopleImportSql.Named unit = unit("unit", line.unit());
        LocalDate lastDay = DatedGrant.day(line.fin());
        DatedGrant wanted = new DatedGrant(new Grant(role, unit.id()), lastDay);
        PeopleImportSql.Held now =
                account == null ? null : held.getOrDefault(account, Map.of()).get(wanted.grant());
        if (now == null) {
            grants.check(wanted);
            return new PeoplePlan.Right(wanted, unit.name(), Grants.Outcome.GIVEN);
        }
        if (wanted.equals(new DatedGrant(now.grant(), DatedGrant.lastDay(now.until())))) {
            return new PeoplePlan.Right(wanted, unit.name(), Grants.Outcome.UNCHANGED);
        }
        grants.check(wanted);
        return new PeoplePlan.Right(wanted, unit.name(), Grants.Outcome.END_CHANGED);
    }

    /** The one unit that the text means; its written form wins over a code, a code over a name, one that stands over one replaced. */
    private PeopleImportSql.Named unit(String field, String text) {
        List<PeopleImportSql.Named> all = units.getOrDefault(text, List.of());
        if (all.isEmpty()) {
            throw Refusal.invalid(field, "access.unit.unknown", text);
        }
        List<PeopleImportSql.Named> best =
                all.stream().filter(each -> each.rank() == all.get(0).rank()).toList();
        List<PeopleImportSql.Named> standing =
                best.stream().filter(PeopleImportSql.Named::stands).toList();
        if (standing.size() == 1) {
            return standing.get(0);
        }
        if (best.size() > 1) {
            String told = best.stream()
                    .map(each -> each.name() + " (" + each.id() + ")")
                    .collect(Collectors.joining(", "));
            throw Refusal.invalid(field, "access.unit.several", text, told);
        }
        PeopleImportSql.Named replaced = best.get(0);
        throw Refusal.invalid(
                field,
                "people.fault.replaced",
                replaced.name(),
                String.valueOf(replaced.successorName()),
                String.valueOf(replaced.successorCode()));
    }
}

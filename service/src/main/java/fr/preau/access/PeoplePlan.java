package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.Violation;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an import of people would do, person by person, and what keeps it from doing it.
 *
 * @param faults by line; as long as there is one nothing is written
 */
public record PeoplePlan(List<Person> people, List<Fault> faults) {
    /** What is wrong with a line, and the remedy. */
    public record Fault(int line, Message message) {}

    /**
     * A person of the file.
     *
     * @param account null for whom an account is created
     * @param employer as it stands in the account
     */
    public record Person(@Nullable AccountId account, String email, String name, UnitId employer, List<Right> rights) {
        public boolean isNew() {
            return account == null;
        }

        /** Whether the import would write anything about the person. */
        public boolean changes() {
            return isNew() || rights.stream().anyMatch(right -> right.outcome() != Grants.Outcome.UNCHANGED);
        }
    }

    /** A right of the file and what giving it would come to. */
    public record Right(DatedGrant right, String unitName, Grants.Outcome outcome) {}

    public PeoplePlan {
        people = List.copyOf(people);
        faults = List.copyOf(faults);
    }

    public List<Person> changing() {
        return people.stream().filter(Person::changes).toList();
    }

    public long created() {
        return people.stream().filter(Person::isNew).count();
    }

    public long given() {
        return count(Grants.Outcome.GIVEN);
    }

    public long endsChanged() {
        return count(Grants.Outcome.END_CHANGED);
    }

    public long unchanged() {
        return count(Grants.Outcome.UNCHANGED);
    }

    private long count(Grants.Outcome outcome) {
        return rights().filter(right -> right.outcome() == outcome).count();
    }

    private Stream<Right> rights() {
        return people.stream().flatMap(person -> person.rights().stream());
    }

    /** The report as sentences: the same on the page and in the terminal. */
    public List<Message> lines() {
        List<Message> lines = new ArrayList<>();
        lines.add(Message.of("people.report.created", created()));
        lines.add(Message.of("people.report.given", given()));
        lines.add(Message.of("people.report.ends", endsChanged()));
        lines.add(Message.of("people.report.unchanged", unchanged()));
        return lines;
    }

    /** Tells this plan from one made on other data: what is confirmed is what was read. */
    public String digest() {
        StringBuilder told = new StringBuilder();
        changing().forEach(person -> told.append(person).append('\n'));
        return HexFormat.of().formatHex(Secret.sha256(told.toString()));
    }

    /** Refuses a file with faults, all of them told. */
    PeoplePlan whole() {
        if (faults.isEmpty()) {
            return this;
        }
        throw new Refusal(new Problem.Invalid(faults.stream()
                .map(fault -> new Violation("texte", Message.of("people.fault.line", fault.line(), fault.message())))
                .toList()));
    }
}

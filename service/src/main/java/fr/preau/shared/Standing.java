package fr.preau.shared;

import fr.preau.audit.NewAnswer;
import java.util.List;
import java.util.Objects;

/**
 * A shared answer and the schools of its set as they stand.
 *
 * @param running whether the campaign takes answers today
 */
public record Standing(SharedAnswer shared, List<Candidate> schools, boolean running) {
    public Standing {
        schools = List.copyOf(schools);
    }

    /** The schools that follow it. */
    public List<Candidate> followers() {
        return schools.stream().filter(this::follows).toList();
    }

    /** The schools whose answer differs, with their reason as its comment; not those of another shared answer. */
    public List<Candidate> exceptions() {
        return schools.stream()
                .filter(school -> school.verdict() != null && !school.follows() && differs(school))
                .toList();
    }

    /** The schools that follow another shared answer of the same control. */
    public List<Candidate> elsewhere() {
        return schools.stream()
                .filter(school -> school.follows() && !follows(school))
                .toList();
    }

    /** The schools of the set that have no answer: they joined it since, or their answer was undone. */
    public List<Candidate> waiting() {
        return schools.stream()
                .filter(school -> school.verdict() == null && school.state().open())
                .toList();
    }

    private boolean follows(Candidate school) {
        return school.follows() && shared.id().equals(school.shared());
    }

    private boolean differs(Candidate school) {
        if (shared.verdict() == null) {
            return false;
        }
        NewAnswer answer = shared.answer();
        return school.verdict() != answer.verdict() || !Objects.equals(school.comment(), answer.comment());
    }
}

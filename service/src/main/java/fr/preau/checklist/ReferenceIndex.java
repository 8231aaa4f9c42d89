package fr.preau.checklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The aids to the reader that the product ships beside every checklist: what a cited code means and who usually does
 * what. Not part of a version: a release may word them better.
 */
public final class ReferenceIndex {
    private final Map<Key, Reference> byCode = new HashMap<>();
    private final Map<String, Roles> byTheme = new HashMap<>();

    private record Key(ReferenceSource source, String code) {}

    ReferenceIndex(List<Reference> references, List<Roles> roles) {
        references.forEach(known -> byCode.put(new Key(known.source(), known.code()), known));
        roles.forEach(line -> byTheme.put(line.theme(), line));
    }

    /** The code with its meaning, or bare when the index doesn't know it. */
    public Reference resolve(ReferenceSource source, String code) {
        return byCode.getOrDefault(new Key(source, code), new Reference(source, code, null, null));
    }

    /** What a control cites, in the order of its file, each with its meaning where there is one. */
    public List<Reference> of(Control control) {
        return control.references().all().stream()
                .map(cited -> resolve(cited.source(), cited.code()))
                .toList();
    }

    /** The usual split of roles in a theme; empty for a theme that the product doesn't know. */
    public Optional<Roles> roles(String theme) {
        return Optional.ofNullable(byTheme.get(theme));
    }
}

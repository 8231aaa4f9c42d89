package fr.preau.review;

import fr.preau.checklist.Verdict;
import fr.preau.kernel.ControlCode;
import org.jspecify.annotations.Nullable;

/** What was seen of one control on site. */
public record Sighting(
        ControlCode control, Verdict verdict, @Nullable String note) {}

package fr.preau.review;

import fr.preau.checklist.Verdict;
import fr.preau.kernel.ControlCode;

/** What the school answered to the same control in its last rendered audit of an earlier campaign. */
public record Former(ControlCode control, Verdict verdict) {}

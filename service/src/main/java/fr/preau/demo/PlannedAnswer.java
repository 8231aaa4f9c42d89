package fr.preau.demo;

import fr.preau.audit.NewAnswer;
import fr.preau.demo.Cast.Writer;
import fr.preau.kernel.ControlCode;
import java.time.Instant;

/** What somebody is to answer, and when. */
record PlannedAnswer(ControlCode control, NewAnswer answer, Writer writer, Instant at) {}

package fr.preau.shared;

import fr.preau.kernel.ControlCode;

/** How far a control is answered over an owner's schools. */
public record Progress(ControlCode control, int asked, int answered) {}

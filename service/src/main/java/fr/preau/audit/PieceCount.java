package fr.preau.audit;

import fr.preau.kernel.ControlCode;

/** How many pieces show one answer: as it stands, and as it was last submitted. */
public record PieceCount(ControlCode control, int live, int rendered) {}

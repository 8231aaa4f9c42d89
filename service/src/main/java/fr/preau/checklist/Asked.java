package fr.preau.checklist;

import fr.preau.kernel.ControlCode;

/**
 * One control as it is asked of one type of school, exceptions of the type applied. A campaign fixes these at its
 * opening; the view {@code control_for_type} gives the same in SQL.
 */
public record Asked(SchoolType type, ControlCode control, String theme, Level level, int weight, Party party) {}

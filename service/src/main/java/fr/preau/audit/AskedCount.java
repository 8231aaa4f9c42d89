package fr.preau.audit;

import fr.preau.checklist.SchoolType;

/** How many controls of a level a campaign asks of a type of school. */
public record AskedCount(SchoolType schoolType, int level, int controls) {}

package fr.preau.workbook;

import fr.preau.checklist.SchoolType;

/** Schools of one type in one commune, within a person's audits of a campaign; {@code open} of them take answers. */
public record Place(SchoolType schoolType, String commune, String communeName, int schools, int open) {}

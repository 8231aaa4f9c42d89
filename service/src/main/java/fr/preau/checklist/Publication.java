package fr.preau.checklist;

import fr.preau.kernel.ChecklistId;

/**
 * What came of publishing a file.
 *
 * @param fresh false when the very same version was there already and nothing was written
 */
public record Publication(ChecklistId id, boolean fresh) {}

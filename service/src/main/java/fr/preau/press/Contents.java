package fr.preau.press;

import fr.preau.access.Principal;
import fr.preau.edition.Content;
import fr.preau.kernel.DeliverableId;

/** Where the press finds what an edition says: the edition's own service, within the caller's transaction. */
public interface Contents {
    /**
     * What was frozen of a deliverable, for one of its editors.
     *
     * @throws fr.preau.kernel.Refusal not found, outside the person's units
     */
    Content of(Principal by, DeliverableId id);
}

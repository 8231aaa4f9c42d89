package fr.preau.access;

import fr.preau.web.FormErrors;

/** What the page shows on which somebody sets up the first factor before coming in. */
public record EnrolForm(FactorDraft draft, ReturnPath back, FormErrors errors) {}

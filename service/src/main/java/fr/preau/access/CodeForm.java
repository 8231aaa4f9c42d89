package fr.preau.access;

import fr.preau.web.FormErrors;

/** What the page that asks for a code shows. */
public record CodeForm(ReturnPath back, FormErrors errors) {}

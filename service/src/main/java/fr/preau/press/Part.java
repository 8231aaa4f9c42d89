package fr.preau.press;

/** A part of the document, as its table of contents names it; the id is its anchor. */
public record Part(String id, String heading) {}

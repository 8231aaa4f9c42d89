package fr.preau.web;

/** A term and what it is, for a list of facts. */
public record Fact(String term, String value) {}

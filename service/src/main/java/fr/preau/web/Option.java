package fr.preau.web;

/** One of several to choose from: what is sent, and what is read. */
public record Option(String code, String label) {}

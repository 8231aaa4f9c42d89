package fr.preau.web;

/** What the page of a problem shows: the problem, and the id that leads to it in the log. */
public record FailurePage(Failure failure, String requestId) {}

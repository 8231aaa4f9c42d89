package fr.preau.bench;

/** A control that nobody has answered yet in an open audit. */
record Target(long audit, String control) {}

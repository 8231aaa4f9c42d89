package fr.preau.demo;

/** A validated audit as a bulk statement takes it: plain values, for JSON. */
record JudgedRow(long audit, String submitted, long submittedBy, String read, String judged, long judgedBy) {}

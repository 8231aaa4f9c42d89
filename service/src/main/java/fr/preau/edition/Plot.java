package fr.preau.edition;

import fr.preau.checklist.SchoolType;

/** A type of school in a department: what is frozen together, and in each campaign only once. */
record Plot(String department, SchoolType type) {}

package fr.preau.access;

import org.jdbi.v3.core.mapper.Nested;

/** One of the people found, with how many they are in all: the list is one query. */
public record CountedPerson(long total, @Nested PersonRow person) {}

package fr.preau.demo;

/** A department of a campaign's roster: what is filled in as one batch. */
public record CountryPlace(String academy, String department) {}

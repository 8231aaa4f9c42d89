package fr.preau.grid;

/** How many answers are missing in a theme, over the rows of a grid. */
public record ThemeLeft(String theme, long left) {}

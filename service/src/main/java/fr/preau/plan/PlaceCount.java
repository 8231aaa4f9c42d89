package fr.preau.plan;

/** How many actions stand in a place of the board, and how many of them are open and due soon or late already. */
public record PlaceCount(int place, int actions, int soon) {}

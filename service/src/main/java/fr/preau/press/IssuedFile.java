package fr.preau.press;

/** A signed file by its name, size and digest; its content is fetched by itself. */
public record IssuedFile(String name, String type, String sha256, int size) {}

package fr.preau.access;

/** A second factor as it is kept: the secret sealed, the half minute of the last code taken, the salt of its codes. */
@SuppressWarnings("ArrayRecordComponent")
public record FactorRow(byte[] sealed, long lastStep, byte[] salt) {}

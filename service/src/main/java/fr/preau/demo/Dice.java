package fr.preau.demo;

/**
 * Draws that depend on their keys alone: neither on a clock nor on the order in which they are asked for, so that the
 * demonstration is the same on every machine.
 */
final class Dice {
    private static final long SEED = 2026;
    private static final long PRIME = 0x100000001b3L;
    private static final double UNIT = 0x1.0p-53;

    private Dice() {}

    /** A number from 0 to 1, 1 excluded, that is always the same for the same keys. */
    static double roll(String... keys) {
        long hash = 0xcbf29ce484222325L ^ SEED;
        for (String key : keys) {
            for (int i = 0; i < key.length(); i++) {
                hash = (hash ^ key.charAt(i)) * PRIME;
            }
            hash = (hash ^ '/') * PRIME;
        }
        return (mixed(hash) >>> 11) * UNIT;
    }

    /** A whole number from 0 to {@code bound}, excluded. */
    static int below(int bound, String... keys) {
        return (int) (roll(keys) * bound);
    }

    /** A number around 0, rarely beyond 1 or -1. */
    static double spread(String... keys) {
        double first = roll(keys);
        double second = roll(String.join("+", keys));
        double third = roll(String.join("=", keys));
        return (first + second + third) / 1.5 - 1;
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}

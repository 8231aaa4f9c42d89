package fr.preau.access.factor;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Codes for the day when the telephone is lost: each good once, shown once, kept as Argon2id digests. Twelve characters
 * of thirty-two, sixty bits: short enough to be copied by hand, so a plain digest would not do.
 */
public final class RecoveryCodes {
    /** How many one gets. */
    public static final int COUNT = 10;

    /** Length of the salt that the codes of one set share. */
    private static final int SALT_BYTES = 16;

    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    /** No letter or digit that is taken for another one. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Lighter than a password's: sixty random bits need little help, and ten are made at once. */
    private static final Argon2Function ARGON = Argon2Function.getInstance(7_168, 1, 1, 32, Argon2.ID);

    private RecoveryCodes() {}

    /** Ten new ones, as {@code abcd-efgh-jkmn}. */
    public static List<String> fresh() {
        return Stream.generate(RecoveryCodes::code).limit(COUNT).toList();
    }

    public static byte[] salt() {
        return FactorKey.random(SALT_BYTES);
    }

    /** Whether what was typed has the form of one, however it is grouped. */
    public static boolean isOne(String typed) {
        String folded = fold(typed);
        return folded.length() == LENGTH && folded.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0);
    }

    /** What is kept of one; slow on purpose. */
    public static byte[] digest(String typed, byte[] salt) {
        return ARGON.hash(fold(typed).getBytes(StandardCharsets.UTF_8), salt).getBytes();
    }

    private static String code() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining())
                .replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    private static String fold(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }
}

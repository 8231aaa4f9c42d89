package fr.preau.demo;

import fr.preau.territory.StateDepartment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The invented collectivities of the second degree: one for the collèges of each department, one for the lycées of each
 * région académique. Their SIREN belong to a département « 99 » that doesn't exist.
 */
final class CountryOwners {
    /** Below stand those of the demonstration. */
    private static final int FIRST = 100;

    private final CountryWords words;
    private final Map<String, Integer> numbers = new HashMap<>();

    /** A collectivity as the override file names it. */
    record Owner(String siren, String name) {}

    CountryOwners(CountryWords words) {
        this.words = words;
    }

    /** Who runs a school of that kind there; empty for an école, its commune's, and for a CIO. */
    Optional<Owner> of(SchoolKind kind, StateDepartment department) {
        return switch (kind) {
            case COLLEGE -> Optional.of(owner("22", department.code(), "département inventé"));
            case LYCEE, PROFESSIONAL, EREA -> Optional.of(owner("23", department.region(), "région inventée"));
            case NURSERY, ELEMENTARY, PRIMARY, CIO -> Optional.empty();
        };
    }

    private Owner owner(String start, String code, String kind) {
        int number = numbers.computeIfAbsent(start + code, key -> FIRST + numbers.size());
        return new Owner(siren(start + "99%04d".formatted(number)), words.place(number) + ", " + kind);
    }

    /** Eight digits with the ninth that Luhn's sum asks for. */
    private static String siren(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return digits + (10 - sum % 10) % 10;
    }
}

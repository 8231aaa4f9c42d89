package fr.preau.access;

import java.util.List;

/**
 * The page with the recovery codes, the only one that ever holds them.
 *
 * @param next where one goes on
 */
public record RecoveryPage(List<String> codes, String next) {
    static final String TEMPLATE = "access/recovery.jte";

    public RecoveryPage {
        codes = List.copyOf(codes);
    }
}

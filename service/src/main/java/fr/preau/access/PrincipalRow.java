package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.util.List;

/** A principal as one query reads it, with the last time that its session or token was seen. */
public record PrincipalRow(
        AccountId account,
        String name,
        UnitId employer,
        String employerName,
        List<String> rights,
        String scope,
        Instant lastAt) {

    Principal principal(Scope granted) {
        return new Principal(
                account,
                name,
                employer,
                employerName,
                rights.stream().map(Grant::parse).toList(),
                granted);
    }
}

package fr.preau.edition;

import fr.preau.access.Side;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Message;
import fr.preau.kernel.UnitId;
import java.time.Instant;

/** A signature as it is kept: side and employer as they were then. */
public record SignatureRow(
        AccountId account, String accountName, Side side, UnitId employer, String employerName, Instant at) {

    /** The employer as documents call it. */
    public Message employerLabel() {
        return Signature.employer(employer, employerName);
    }
}

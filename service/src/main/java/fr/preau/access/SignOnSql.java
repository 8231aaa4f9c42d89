package fr.preau.access;

import fr.preau.access.oidc.Identity;
import fr.preau.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Coming in by a provider: errands under way, bindings, and what the provider wants back at sign-out. */
interface SignOnSql {

    @SqlUpdate("""
            INSERT INTO sign_on (digest, seed, purpose, back, link, account, opened_at)
            VALUES (:digest, :seed, :purpose, :back, :link, :account, :now)
            """)
    void begin(
            byte[] digest,
            byte[] seed,
            Errand.Purpose purpose,
            String back,
            byte @Nullable [] link,
            @Nullable AccountId account,
            Instant now);

    /** Once: whatever comes of it, the same cookie leads nowhere a second time. */
    @SqlQuery("""
            WITH taken AS (
                DELETE FROM sign_on WHERE digest = :digest RETURNING seed, purpose, back, link, account, opened_at)
            SELECT seed, purpose, back, link, account FROM taken WHERE opened_at > :openedAfter
            """)
    Optional<ErrandRow> take(byte[] digest, Instant openedAfter);

    @SqlUpdate("DELETE FROM sign_on WHERE opened_at <= :openedAfter")
    void sweep(Instant openedAfter);

    /** The open account of an identity: issuer and subject alone, no address. */
    @SqlQuery("""
            UPDATE identity_binding b SET used_at = :now FROM account a
            WHERE b.issuer = :issuer AND b.subject = :subject AND a.id = b.account AND a.disabled_at IS NULL
            RETURNING a.id
            """)
    Optional<AccountId> use(String issuer, String subject, Instant now);

    @SqlUpdate("""
            INSERT INTO identity_binding (issuer, subject, account, name, email, uid, siret, bound_at)
            VALUES (:who.issuer, :who.subject, :account, :who.name, :who.email, :who.uid, :who.siret, :now)
            ON CONFLICT (issuer, subject) DO NOTHING
            """)
    int bind(@BindMethods("who") Identity identity, AccountId account, Instant now);

    @SqlQuery("""
            SELECT id, issuer, name, email, uid, siret, bound_at, used_at FROM identity_binding
            WHERE account = :account ORDER BY bound_at, id
            """)
    List<Binding> bindings(AccountId account);

    /** Not the last way in: the account keeps a password or another binding. Its row is locked, so that two removals at once don't each count on the other's. */
    @SqlUpdate("""
            DELETE FROM identity_binding b
            WHERE b.id = :id AND b.account = :account
              AND ((SELECT a.password_hash FROM account a WHERE a.id = :account) IS NOT NULL
                   OR EXISTS (SELECT FROM identity_binding o WHERE o.account = :account AND o.id <> b.id))
            """)
    int unbind(long id, AccountId account);

    @SqlQuery("SELECT id FROM account WHERE id = :account FOR UPDATE")
    AccountId lock(AccountId account);

    @SqlUpdate("""
            INSERT INTO provider_token (digest, account, sealed, opened_at)
            VALUES (:digest, :account, :sealed, :now) ON CONFLICT (digest) DO NOTHING
            """)
    void keepToken(byte[] digest, AccountId account, byte[] sealed, Instant now);

    @SqlQuery("DELETE FROM provider_token WHERE digest = :digest AND account = :account RETURNING sealed")
    Optional<byte[]> takeToken(byte[] digest, AccountId account);

    @SqlUpdate("DELETE FROM provider_token WHERE opened_at <= :openedAfter")
    void sweepTokens(Instant openedAfter);
}

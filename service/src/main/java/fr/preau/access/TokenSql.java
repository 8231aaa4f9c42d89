package fr.preau.access;

import fr.preau.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** API tokens, by their digests. */
interface TokenSql {

    @SqlUpdate("""
            INSERT INTO api_token (digest, account, name, scope, created_at, expires_at)
            SELECT :digest, id, :token.name, :token.scope, :now, :expires
            FROM account WHERE id = :account AND disabled_at IS NULL
            """)
    int insert(byte[] digest, AccountId account, @BindMethods("token") NewToken token, Instant now, Instant expires);

    @UseClasspathSqlLocator
    @SqlQuery
    Optional<PrincipalRow> byToken(byte[] digest, Instant now);

    @SqlUpdate("""
            WITH touched AS (UPDATE api_token SET last_used_at = :now WHERE digest = :digest RETURNING account)
            UPDATE account a SET seen_at = :now FROM touched WHERE a.id = touched.account
            """)
    void touch(byte[] digest, Instant now);

    @SqlQuery("""
            SELECT id, name, scope, created_at, expires_at, last_used_at FROM api_token
            WHERE account = :account AND revoked_at IS NULL AND expires_at > :now
            ORDER BY id DESC
            """)
    List<TokenRow> of(AccountId account, Instant now);

    @SqlUpdate("""
            UPDATE api_token SET revoked_at = :now
            WHERE id = :id AND account = :account AND revoked_at IS NULL AND expires_at > :now
            """)
    int revoke(long id, AccountId account, Instant now);
}

package org.stele.identity.program;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys that sign the tokens of programs. Each node makes its own and keeps the private half in memory; the public halves are
 * in PostgreSQL, so that every node checks the tokens of every other, and there is no secret to share, keep or lose. Safe for all
 * threads.
 */
public final class TokenKeys {

    /** How long a node signs by one key. */
    static final Duration SIGNS_FOR = Duration.ofHours(24);

    /** How long others believe it: until the last token has ended for certain. */
    private static final Duration BELIEVED_FOR = SIGNS_FOR.plus(Duration.ofHours(1));

    private final JdbcClient jdbc;
    private final Clock clock;
    private @Nullable Own own;

    private record Own(ECKey key, Instant until) {}

    public TokenKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The key by which this node signs now; it is published before it is used. */
    synchronized ECKey own() {
        Own current = own;
        if (current == null || !clock.instant().isBefore(current.until())) {
            current = new Own(made(), clock.instant().plus(SIGNS_FOR));
            publish(current.key());
            own = current;
        }
        return current.key();
    }

    private static ECKey made() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("The JDK makes no key of P-256", e);
        }
    }

    private void publish(ECKey key) {
        jdbc.sql("DELETE FROM identity.token_key WHERE expires_at < now()").update();
        jdbc.sql("INSERT INTO identity.token_key (kid, jwk, expires_at) VALUES (:kid, :jwk, :expiresAt)")
                .param("kid", key.getKeyID())
                .param("jwk", key.toPublicJWK().toJSONString())
                .param("expiresAt", clock.instant().plus(BELIEVED_FOR).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The public key of this id, of whichever node, while it is believed. */
    Optional<ECKey> find(String kid) {
        return jdbc.sql("SELECT jwk FROM identity.token_key WHERE kid = :kid AND expires_at > now()")
                .param("kid", kid)
                .query(String.class)
                .optional()
                .map(TokenKeys::key);
    }

    /** All that are believed now. */
    List<ECKey> all() {
        return jdbc.sql("SELECT jwk FROM identity.token_key WHERE expires_at > now() ORDER BY expires_at LIMIT 1000")
                .query((row, _) -> key(row.getString("jwk")))
                .list();
    }

    private static ECKey key(String jwk) {
        try {
            return ECKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("Expected a key of P-256 in identity.token_key", e);
        }
    }
}

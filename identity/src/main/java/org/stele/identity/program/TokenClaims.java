package org.stele.identity.program;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.stele.events.Actor;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;

/** What a program's token says (RFC 9068): for whom it is, who asks by it, in which role and of which State. */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String TYPE = "at+jwt";
    static final String CLIENT = "client_id";
    static final String ROLE = "role";
    static final String STATE = "state";

    /** The thumbprint of the program's key that got the token, which ends with it. */
    static final String KEY = "key";

    private final Programs programs;
    private final Accounts accounts;

    TokenClaims(Programs programs, Accounts accounts) {
        this.programs = programs;
        this.accounts = accounts;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        String id = context.getRegisteredClient().getClientId();
        Actor actor = programs.find(UUID.fromString(id))
                .flatMap(program -> accounts.find(program.account()))
                .map(Account::actor)
                .orElseThrow(() -> Refusals.client("The program or its account was closed meanwhile."));
        OAuth2ClientAuthenticationToken client = Objects.requireNonNull(context.getPrincipal());
        Jwt assertion = (Jwt) Objects.requireNonNull(client.getCredentials());
        context.getJwsHeader().algorithm(SignatureAlgorithm.ES256).type(TYPE);
        JwtClaimsSet.Builder claims = context.getClaims()
                .audience(List.of(context.getAuthorizationServerContext().getIssuer()))
                .claim(CLIENT, id)
                .claim(KEY, Objects.requireNonNull(assertion.getHeaders().get("kid")))
                .claim(ROLE, actor.role().id());
        if (actor.memberState() != null) {
            claims.claim(STATE, actor.memberState().iso3());
        }
    }
}

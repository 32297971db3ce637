package org.stele.identity.program;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;

/** Requires that a program asks for a scope that it has, and for no other server than this one. */
final class AskedFor implements Consumer<OAuth2ClientCredentialsAuthenticationContext> {

    @Override
    public void accept(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken asked = context.getAuthentication();
        requireScope(asked.getScopes(), context.getRegisteredClient().getScopes());
        requireTarget(asked.getAdditionalParameters());
    }

    private static void requireScope(Set<String> asked, Set<String> registered) {
        if (asked.isEmpty() || !registered.containsAll(asked)) {
            throw Refusals.of(
                    "invalid_scope",
                    "Expected scope=%s, or a part of it, as the program is registered; got '%s'."
                            .formatted(
                                    String.join(" ", new TreeSet<>(registered).descendingSet()),
                                    Refusals.shown(String.join(" ", asked))));
        }
    }

    private static void requireTarget(Map<String, Object> parameters) {
        String issuer = AuthorizationServerContextHolder.getContext().getIssuer();
        Object target = parameters.get("resource");
        if (target != null && !target.equals(issuer)) {
            throw Refusals.of(
                    Refusals.INVALID_TARGET,
                    "Tokens are made for %s alone: leave out resource, or name that. Got '%s'."
                            .formatted(issuer, Refusals.shown(target.toString())));
        }
    }
}

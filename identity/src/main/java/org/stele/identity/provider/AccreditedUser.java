package org.stele.identity.provider;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.stele.identity.account.Account;
import org.stele.identity.account.Generations;

/** Whom a provider named, and whose account that is. It lives for one request: the session knows the account alone. */
record AccreditedUser(OidcUser named, Account account) implements OidcUser {

    @Override
    public String getName() {
        return account.username();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return Set.of(Generations.authority(account));
    }

    @Override
    public Map<String, Object> getAttributes() {
        return named.getAttributes();
    }

    @Override
    public Map<String, Object> getClaims() {
        return named.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return named.getUserInfo();
    }

    @Override
    public OidcIdToken getIdToken() {
        return named.getIdToken();
    }
}

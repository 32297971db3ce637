package org.stele.identity.account;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A session carries the generation of its account as an authority, read together with what proved who it is. */
public final class Generations {

    private static final String PREFIX = "GENERATION_";

    private Generations() {}

    public static GrantedAuthority authority(Account account) {
        return new SimpleGrantedAuthority(PREFIX + account.generation());
    }

    public static boolean isOne(GrantedAuthority authority) {
        return String.valueOf(authority.getAuthority()).startsWith(PREFIX);
    }

    /** Whether the session began with what still proves who it is. */
    public static boolean isCurrent(Authentication session, Account account) {
        return session.getAuthorities().stream()
                .anyMatch(authority -> (PREFIX + account.generation()).equals(authority.getAuthority()));
    }
}

package org.stele.identity.session;

import java.util.List;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.stele.identity.account.Accounts;
import org.stele.identity.account.Generations;
import org.stele.identity.account.Usernames;

/** The open accounts with a password, as Spring Security reads them. */
final class KnownUsers implements UserDetailsService {

    private final Accounts accounts;

    KnownUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String typed) {
        return accounts.findToSignIn(username(typed))
                .filter(stored -> stored.password() != null)
                .map(stored -> new User(
                        stored.account().username(),
                        stored.password(),
                        List.of(Generations.authority(stored.account()))))
                .orElseThrow(() -> new UsernameNotFoundException("No open account has this name and a password"));
    }

    private static String username(String typed) {
        try {
            return Usernames.parse(typed);
        } catch (IllegalArgumentException e) {
            throw new UsernameNotFoundException(String.valueOf(e.getMessage()), e);
        }
    }
}

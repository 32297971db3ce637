package org.stele.identity.session;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.AbstractUserDetailsAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.stele.identity.account.RecoveryCode;
import org.stele.identity.account.RecoveryCodes;

/** Signs in by name and recovery code, which is used up. */
final class RecoveryCodeSignIn extends AbstractUserDetailsAuthenticationProvider {

    /** Compared where there is no code, so that this takes as long: the hash of a text that nobody knows. */
    private static final String NO_CODE = "$2a$11$44bgwq.6ocM8dpVM2MtAn.2oruBFyIe1kqvvmS3HTwzGhzBEKrYNK";

    private final UserDetailsService users;
    private final RecoveryCodes codes;
    private final PasswordEncoder encoder;

    RecoveryCodeSignIn(UserDetailsService users, RecoveryCodes codes, PasswordEncoder encoder) {
        this.users = users;
        this.codes = codes;
        this.encoder = encoder;
    }

    @Override
    protected UserDetails retrieveUser(String username, UsernamePasswordAuthenticationToken typed) {
        try {
            return users.loadUserByUsername(username);
        } catch (UsernameNotFoundException e) {
            encoder.matches(String.valueOf(typed.getCredentials()), NO_CODE);
            throw e;
        }
    }

    @Override
    protected void additionalAuthenticationChecks(UserDetails user, UsernamePasswordAuthenticationToken typed) {
        RecoveryCode code = RecoveryCode.parse(String.valueOf(typed.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("No recovery code"));
        String hash = codes.find(user.getUsername(), code.number()).orElse(NO_CODE);
        if (!encoder.matches(code.secret(), hash) || !codes.use(user.getUsername(), code.number(), hash)) {
            throw new BadCredentialsException("No unused code of this account");
        }
    }
}

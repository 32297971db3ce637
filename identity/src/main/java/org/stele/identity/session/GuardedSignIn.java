package org.stele.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.stele.identity.account.Account;
import org.stele.identity.account.RecoveryCode;
import org.stele.identity.guess.Guesses;
import org.stele.identity.guess.TooManyGuesses;
import org.stele.web.door.Forwarded;

/** Sign-in by password, or by recovery code where what was typed has its form; only so often from where it was typed. */
public final class GuardedSignIn {

    private final AuthenticationProvider byPassword;
    private final AuthenticationProvider byCode;
    private final Guesses guesses;
    private final Forwarded forwarded;

    GuardedSignIn(
            AuthenticationProvider byPassword, AuthenticationProvider byCode, Guesses guesses, Forwarded forwarded) {
        this.byPassword = byPassword;
        this.byCode = byCode;
        this.guesses = guesses;
        this.forwarded = forwarded;
    }

    /** For the filter of the form. It is no bean: Spring would ask it twice. */
    AuthenticationProvider provider() {
        return new AuthenticationProvider() {
            @Override
            public @Nullable Authentication authenticate(Authentication typed) {
                return GuardedSignIn.this.authenticate(typed);
            }

            @Override
            public boolean supports(Class<?> authentication) {
                return byPassword.supports(authentication);
            }
        };
    }

    private @Nullable Authentication authenticate(Authentication typed) {
        String address = typed.getDetails() instanceof WebAuthenticationDetails details
                ? Objects.requireNonNullElse(details.getRemoteAddress(), "")
                : "";
        String account = typed.getName().strip().toLowerCase(Locale.ROOT);
        guesses.take(address, account);
        boolean isCode =
                RecoveryCode.parse(String.valueOf(typed.getCredentials())).isPresent();
        Authentication known = (isCode ? byCode : byPassword).authenticate(typed);
        guesses.giveBack(address, account);
        return known;
    }

    /** Where the request came from, which the tries are counted by. */
    WebAuthenticationDetails details(HttpServletRequest request) {
        return new WebAuthenticationDetails(forwarded.client(request), null);
    }

    /** Whether this is the account's password or one of its codes. Throws where it was tried too often. */
    public boolean isOf(Account account, String typed, HttpServletRequest request) {
        var claim = UsernamePasswordAuthenticationToken.unauthenticated(account.username(), typed);
        claim.setDetails(details(request));
        try {
            authenticate(claim);
            return true;
        } catch (TooManyGuesses e) {
            throw e;
        } catch (AuthenticationException e) {
            return false;
        }
    }
}

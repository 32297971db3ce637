package org.stele.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.stele.events.Actor;
import org.stele.identity.accesslog.Noted;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;
import org.stele.identity.account.Generations;
import org.stele.web.actor.Credentials;
import org.stele.web.problem.Problem;

/**
 * The actor of whoever Spring Security knows: what the account is for, as the database has it now. A session outlives neither
 * its account, nor the password that it began with, nor a working day.
 */
public final class SignedInCredentials implements Credentials {

    /** How long a session lasts at most, however much it is used. */
    static final Duration LONGEST_SESSION = Duration.ofHours(12);

    /** Names the account among what is known of a token. */
    static final String ACCOUNT = Account.class.getName();

    private static final String FOUND = SignedInCredentials.class.getName();

    private final Accounts accounts;
    private final Clock clock;

    public SignedInCredentials(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Optional<Actor> find(HttpServletRequest request) {
        return findAccount(request).map(Account::actor);
    }

    /** The account of whoever signed in; a problem where the credential is not good, or no longer. */
    public Optional<Account> findAccount(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        if (request.getAttribute(FOUND) instanceof Account found) {
            return Optional.of(found);
        }
        Account account = account(authentication, request);
        request.setAttribute(FOUND, account);
        Noted.actor(request, account.actor());
        return Optional.of(account);
    }

    /** The account of whoever signed in on a page: a program with a token changes nothing of its account (403). */
    public Account requireSignedIn(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            throw Problem.of(
                            403,
                            "session-required",
                            "An account is changed by its owner, signed in at /sign-in, and by no token. Leave out the header Authorization.")
                    .asException();
        }
        require(request);
        return findAccount(request).orElseThrow();
    }

    private Account account(Authentication authentication, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Optional<Account> account = isOutlived(session)
                ? Optional.empty()
                : byToken(authentication)
                        .or(() -> account(authentication.getName())
                                .filter(found ->
                                        isByToken(authentication) || Generations.isCurrent(authentication, found)));
        if (account.isEmpty()) {
            if (session != null) {
                session.invalidate();
            }
            throw Problem.of(
                            401,
                            "credential-invalid",
                            "This credential is good no longer: its account was closed, its password was changed, or its day is over. Sign in again.")
                    .asException();
        }
        return account.get();
    }

    /** The account that was looked up with a token, which comes with each request anew. */
    private static Optional<Account> byToken(Authentication authentication) {
        return isByToken(authentication)
                        && authentication.getPrincipal() instanceof OAuth2AuthenticatedPrincipal known
                        && known.getAttributes().get(ACCOUNT) instanceof Account account
                ? Optional.of(account)
                : Optional.empty();
    }

    /** A token was looked up with this request, and is of the account's generation. */
    private static boolean isByToken(Authentication authentication) {
        return authentication instanceof AbstractOAuth2TokenAuthenticationToken<?>;
    }

    private Optional<Account> account(String username) {
        try {
            return accounts.find(username);
        } catch (DataAccessException e) {
            throw unavailable().asException();
        }
    }

    static Problem unavailable() {
        return Problem.of(
                503,
                "ledger-unavailable",
                "It cannot be checked at the moment who you are. Send the same request again in a few seconds.");
    }

    private boolean isOutlived(@Nullable HttpSession session) {
        return session != null
                && Instant.ofEpochMilli(session.getCreationTime())
                        .plus(LONGEST_SESSION)
                        .isBefore(clock.instant());
    }
}

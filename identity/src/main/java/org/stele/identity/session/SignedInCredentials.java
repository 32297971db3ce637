package org.stele.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.stele.events.Actor;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;
import org.stele.web.actor.Credentials;
import org.stele.web.problem.Problem;

/**
 * The actor of whoever Spring Security knows: what the account is for, as the database has it now. A session outlives neither
 * its account nor a working day.
 */
public final class SignedInCredentials implements Credentials {

    /** How long a session lasts at most, however much it is used. */
    static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private static final String FOUND = SignedInCredentials.class.getName();

    private final Accounts accounts;
    private final Clock clock;

    public SignedInCredentials(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Optional<Actor> find(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        if (request.getAttribute(FOUND) instanceof Actor found) {
            return Optional.of(found);
        }
        Actor actor = actor(authentication, request);
        request.setAttribute(FOUND, actor);
        return Optional.of(actor);
    }

    private Actor actor(Authentication authentication, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Optional<Account> account = isOutlived(session) ? Optional.empty() : account(authentication.getName());
        if (account.isEmpty()) {
            if (session != null) {
                session.invalidate();
            }
            throw Problem.of(
                            401,
                            "credential-invalid",
                            "This credential is good no longer: its account was closed, or its day is over. Sign in again.")
                    .asException();
        }
        return account.get().actor();
    }

    private Optional<Account> account(String username) {
        try {
            return accounts.find(username);
        } catch (DataAccessException e) {
            throw Problem.of(
                            503,
                            "ledger-unavailable",
                            "It cannot be checked at the moment who you are. Send the same request again in a few seconds.")
                    .asException();
        }
    }

    private boolean isOutlived(@org.jspecify.annotations.Nullable HttpSession session) {
        return session != null
                && Instant.ofEpochMilli(session.getCreationTime())
                        .plus(LONGEST_SESSION)
                        .isBefore(clock.instant());
    }
}

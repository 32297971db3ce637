package org.stele.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.stele.identity.account.Account;
import org.stele.identity.account.Generations;

/** The sessions of an account, on all nodes. Safe for all threads. */
public final class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /**
     * A session as its owner sees it.
     *
     * @param isThisOne whether it asks for the list
     */
    public record Listed(Instant startedAt, Instant lastUsedAt, boolean isThisOne) {}

    /** The sessions of an account, the one used last first. */
    public List<Listed> list(Account account, HttpServletRequest request) {
        String own = ownId(request);
        return sessions.findByPrincipalName(account.username()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> new Listed(
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getId().equals(own)))
                .sorted(Comparator.comparing(Listed::lastUsedAt).reversed())
                .toList();
    }

    /** Ends every session of the account but the one that asks. */
    public void endOthers(Account account, HttpServletRequest request) {
        String own = ownId(request);
        sessions.findByPrincipalName(account.username()).keySet().stream()
                .filter(id -> !id.equals(own))
                .forEach(sessions::deleteById);
    }

    /** Goes on with the session that asks, under another id, after its account got another password. */
    public void carryOver(Account renewed, HttpServletRequest request, HttpServletResponse response) {
        endOthers(renewed, request);
        request.changeSessionId();
        Authentication known =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(known.toBuilder()
                .authorities(authorities -> {
                    authorities.removeIf(Generations::isOne);
                    authorities.add(Generations.authority(renewed));
                })
                .build());
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }

    private static String ownId(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "" : session.getId();
    }
}

package org.stele.identity.program;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stele.identity.accesslog.AccessEntry.What;
import org.stele.identity.accesslog.Noted;
import org.stele.identity.account.Accounts;
import org.stele.identity.guess.Guesses;
import org.stele.identity.guess.TooManyGuesses;
import org.stele.web.door.Forwarded;

/** Bounds how often tokens may be asked for in vain, as guesses of passwords are bounded; what succeeds counts for nothing. */
final class TokenFailures extends OncePerRequestFilter {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Programs programs;
    private final Accounts accounts;
    private final Guesses guesses;
    private final Forwarded forwarded;
    private final TokenErrors errors;

    TokenFailures(Programs programs, Accounts accounts, Guesses guesses, Forwarded forwarded, TokenErrors errors) {
        this.programs = programs;
        this.accounts = accounts;
        this.guesses = guesses;
        this.forwarded = forwarded;
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = forwarded.client(request);
        String named = Objects.requireNonNullElse(request.getParameter("client_id"), "");
        String program = "program " + (UUID_FORM.matcher(named).matches() ? named : "");
        try {
            guesses.take(address, program);
        } catch (TooManyGuesses many) {
            errors.tooMany(many, response);
            return;
        }
        Noted.refused(request, What.TOKEN, program);
        chain.doFilter(request, response);
        if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
            guesses.giveBack(address, program);
            note(request, UUID.fromString(named));
            Noted.done(request, What.TOKEN, program);
        }
    }

    private void note(HttpServletRequest request, UUID id) {
        programs.find(id)
                .flatMap(program -> accounts.find(program.account()))
                .ifPresent(account -> Noted.actor(request, account.actor()));
    }
}

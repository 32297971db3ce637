package org.stele.identity.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.stele.identity.account.Account;
import org.stele.identity.program.Program;
import org.stele.identity.program.ProgramKey;
import org.stele.identity.program.ProgramKey.NoKey;
import org.stele.identity.program.Programs;
import org.stele.identity.session.SignedInCredentials;
import org.stele.web.door.Forwarded;
import org.stele.web.page.Frames;
import org.stele.web.page.Pages;

/** The programs that people let act for them, on a page of their account. */
@Controller
final class ProgramController {

    private static final int LONGEST_LABEL = 60;
    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;
    private static final Set<String> DONE = Set.of("added", "ended", "key-added", "key-revoked");

    private final Programs programs;
    private final SignedInCredentials credentials;
    private final Pages pages;
    private final Frames frames;
    private final Forwarded forwarded;

    ProgramController(
            Programs programs, SignedInCredentials credentials, Pages pages, Frames frames, Forwarded forwarded) {
        this.programs = programs;
        this.credentials = credentials;
        this.pages = pages;
        this.frames = frames;
        this.forwarded = forwarded;
    }

    @GetMapping(path = "/account/programs", produces = MediaType.TEXT_HTML_VALUE)
    View programs(HttpServletRequest request) {
        return page(credentials.requireSignedIn(request), null, request);
    }

    @PostMapping(path = "/account/programs", consumes = FORM)
    View add(
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(name = "scope", defaultValue = "") List<String> scopes,
            HttpServletRequest request) {
        Account account = credentials.requireSignedIn(request);
        if (label.isBlank() || label.strip().length() > LONGEST_LABEL) {
            return page(account, "account.label.wrong", request);
        }
        if (scopes.isEmpty() || !Program.SCOPES.containsAll(scopes)) {
            return page(account, "programs.scope.wrong", request);
        }
        try {
            ProgramKey parsed = ProgramKey.parse(key);
            UUID id = UUID.randomUUID();
            if (!programs.add(id, account, label.strip(), Set.copyOf(scopes))) {
                return page(account, "programs.too-many", request);
            }
            programs.addKey(account, id, parsed);
            return done("added");
        } catch (NoKey wrong) {
            return page(account, wrong.words(), request);
        }
    }

    @PostMapping(path = "/account/programs/end", consumes = FORM)
    View end(@RequestParam UUID id, HttpServletRequest request) {
        programs.end(credentials.requireSignedIn(request), id);
        return done("ended");
    }

    @PostMapping(path = "/account/programs/keys", consumes = FORM)
    View addKey(@RequestParam UUID id, @RequestParam(defaultValue = "") String key, HttpServletRequest request) {
        Account account = credentials.requireSignedIn(request);
        try {
            return programs.addKey(account, id, ProgramKey.parse(key))
                    ? done("key-added")
                    : page(account, "programs.key.not-added", request);
        } catch (NoKey wrong) {
            return page(account, wrong.words(), request);
        }
    }

    @PostMapping(path = "/account/programs/keys/revocation", consumes = FORM)
    View revokeKey(@RequestParam UUID id, @RequestParam String kid, HttpServletRequest request) {
        programs.revoke(credentials.requireSignedIn(request), id, kid);
        return done("key-revoked");
    }

    /** @param error the key of what is wrong with the form that was sent (422); null where nothing is */
    private View page(Account account, @Nullable String error, HttpServletRequest request) {
        var messages = frames.messages(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        String done = request.getMethod().equals("GET") ? request.getParameter("done") : null;
        View view = pages.render(
                "identity/programs.jte",
                new ProgramsPage(
                        frames.of(messages, messages.text("programs.title"), null),
                        FormToken.of(request),
                        done != null && DONE.contains(done) ? "programs.done." + done : null,
                        error,
                        forwarded.origin(request),
                        programs.list(account)),
                error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return Pages.unkept(view);
    }

    private static View done(String what) {
        RedirectView back = new RedirectView("/account/programs?done=" + what);
        back.setStatusCode(HttpStatus.SEE_OTHER);
        return back;
    }
}

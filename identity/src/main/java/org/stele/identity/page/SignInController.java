package org.stele.identity.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;
import org.stele.identity.account.Passwords;
import org.stele.identity.account.SecretText;
import org.stele.identity.page.DemoSignIn.Trial;
import org.stele.identity.page.SignInPage.Outside;
import org.stele.identity.provider.OutsideProvider;
import org.stele.identity.session.Continuation;
import org.stele.web.door.Nearness;
import org.stele.web.page.Frame;
import org.stele.web.page.Frames;
import org.stele.web.page.Pages;
import org.stele.web.problem.Problem;

/** The pages of sign-in and of invitations. Spring Security reads what the first one posts. */
@Controller
final class SignInController {

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final Pages pages;
    private final Frames frames;
    private final AccountPages account;
    private final ObjectProvider<DemoSignIn> demonstration;
    private final ObjectProvider<OutsideProvider> provider;

    SignInController(
            Accounts accounts,
            PasswordEncoder encoder,
            Pages pages,
            Frames frames,
            AccountPages account,
            ObjectProvider<DemoSignIn> demonstration,
            ObjectProvider<OutsideProvider> provider) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.pages = pages;
        this.frames = frames;
        this.account = account;
        this.demonstration = demonstration;
        this.provider = provider;
    }

    @GetMapping(path = "/sign-in", produces = MediaType.TEXT_HTML_VALUE)
    View signIn(HttpServletRequest request) {
        String outcome = Stream.of("failed", "expired")
                .filter(name -> request.getParameter(name) != null)
                .findFirst()
                .map("sign-in."::concat)
                .orElse(null);
        return pages.render(
                "identity/signin.jte",
                new SignInPage(
                        frame(request, "sign-in.title"),
                        FormToken.of(request),
                        Continuation.of(request),
                        outcome,
                        account.elsewhere(request),
                        outside(request),
                        trials(request)));
    }

    private @Nullable Outside outside(HttpServletRequest request) {
        OutsideProvider outside = provider.getIfAvailable();
        return outside == null
                ? null
                : new Outside(
                        outside.name(),
                        outside.start() + "?" + Continuation.PARAMETER + "="
                                + URLEncoder.encode(Continuation.of(request), StandardCharsets.UTF_8));
    }

    /** The passwords of the demonstration are for whoever could read its file as well. */
    private List<Trial> trials(HttpServletRequest request) {
        DemoSignIn demo = demonstration.getIfAvailable();
        return demo != null && Nearness.isHere(request) ? demo.trials() : List.of();
    }

    @GetMapping(path = "/invitations/{text}", produces = MediaType.TEXT_HTML_VALUE)
    View invitation(@PathVariable String text, HttpServletRequest request) {
        return choose(request, invited(text), null, HttpStatus.OK);
    }

    @PostMapping(
            path = "/invitations/{text}",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    View accept(
            @PathVariable String text,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request) {
        Account account = invited(text);
        Optional<String> fault = Passwords.fault(password, again, account.username());
        if (fault.isPresent()) {
            return choose(request, account, fault.get(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (accounts.accept(new SecretText(text), Objects.requireNonNull(encoder.encode(password)))
                .isEmpty()) {
            throw noInvitation();
        }
        RedirectView signIn = new RedirectView("/sign-in");
        signIn.setStatusCode(HttpStatus.SEE_OTHER);
        return signIn;
    }

    private View choose(HttpServletRequest request, Account account, @Nullable String error, HttpStatus status) {
        return pages.render(
                "identity/invitation.jte",
                new InvitationPage(frame(request, "invitation.title"), FormToken.of(request), account, error),
                status);
    }

    private Account invited(String text) {
        return accounts.findInvited(new SecretText(text)).orElseThrow(SignInController::noInvitation);
    }

    private static RuntimeException noInvitation() {
        return Problem.of(
                        404,
                        "not-found",
                        "This invitation is not known, was used, or is too old. Ask whoever sent it for another.")
                .asException();
    }

    private Frame frame(HttpServletRequest request, String title) {
        var messages = frames.messages(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return frames.of(messages, messages.text(title), null);
    }
}

package org.stele.identity.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.stele.identity.account.AccessTokens;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;
import org.stele.identity.account.Passwords;
import org.stele.identity.account.RecoveryCode;
import org.stele.identity.account.RecoveryCodes;
import org.stele.identity.account.SecretText;
import org.stele.identity.session.GuardedSignIn;
import org.stele.identity.session.Sessions;
import org.stele.identity.session.SignedInCredentials;

/** What people change of their own account, on its page. */
@Controller
final class AccountController {

    private static final int LONGEST_LABEL = 60;
    private static final int MOST_DAYS = 90;

    private final Accounts accounts;
    private final AccessTokens tokens;
    private final RecoveryCodes codes;
    private final PasswordEncoder encoder;
    private final GuardedSignIn signIn;
    private final Sessions sessions;
    private final SignedInCredentials credentials;
    private final AccountPages pages;
    private final SecureRandom random = new SecureRandom();

    AccountController(
            Accounts accounts,
            AccessTokens tokens,
            RecoveryCodes codes,
            PasswordEncoder encoder,
            GuardedSignIn signIn,
            Sessions sessions,
            SignedInCredentials credentials,
            AccountPages pages) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.codes = codes;
        this.encoder = encoder;
        this.signIn = signIn;
        this.sessions = sessions;
        this.credentials = credentials;
        this.pages = pages;
    }

    @GetMapping(path = "/account", produces = MediaType.TEXT_HTML_VALUE)
    View account(HttpServletRequest request) {
        return pages.account(credentials.requireSignedIn(request), null, request);
    }

    @PostMapping(path = "/account/password", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    View changePassword(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        Account account = credentials.requireSignedIn(request);
        Optional<String> fault = Passwords.fault(password, again, account.username());
        if (fault.isPresent()) {
            return pages.account(account, fault.get(), request);
        }
        if (!signIn.isOf(account, old, request)) {
            return pages.account(account, "account.password.wrong", request);
        }
        Optional<Account> renewed = accounts.changePassword(account, Objects.requireNonNull(encoder.encode(password)));
        if (renewed.isEmpty()) {
            return pages.account(account, "account.password.meanwhile", request);
        }
        sessions.carryOver(renewed.get(), request, response);
        return done("password-changed");
    }

    @PostMapping(path = "/account/sessions/end-others", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    View endOtherSessions(HttpServletRequest request) {
        sessions.endOthers(credentials.requireSignedIn(request), request);
        return done("sessions-ended");
    }

    @PostMapping(path = "/account/recovery-codes", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    View makeRecoveryCodes(HttpServletRequest request) {
        Account account = credentials.requireSignedIn(request);
        List<RecoveryCode> made = IntStream.range(0, RecoveryCode.COUNT)
                .mapToObj(number -> RecoveryCode.random(number, random))
                .toList();
        codes.replace(
                account,
                made.stream()
                        .map(code -> Objects.requireNonNull(encoder.encode(code.secret())))
                        .toList());
        return pages.secrets(
                "account.codes.shown", made.stream().map(RecoveryCode::shown).toList(), request);
    }

    @PostMapping(path = "/account/tokens", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    View makeToken(
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String days,
            HttpServletRequest request) {
        Account account = credentials.requireSignedIn(request);
        String error = fault(label.strip(), days);
        if (error != null) {
            return pages.account(account, error, request);
        }
        SecretText token = SecretText.random("stele-", random);
        return tokens.add(account, token, label.strip(), Duration.ofDays(Integer.parseInt(days)))
                ? pages.secrets("account.tokens.shown", List.of(token.text()), request)
                : pages.account(account, "account.tokens.too-many", request);
    }

    private static @Nullable String fault(String label, String days) {
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            return "account.label.wrong";
        }
        boolean isNumber = days.matches("[1-9][0-9]?");
        return isNumber && Integer.parseInt(days) <= MOST_DAYS ? null : "account.tokens.days-wrong";
    }

    @PostMapping(path = "/account/tokens/end", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    View endToken(@RequestParam UUID id, HttpServletRequest request) {
        tokens.end(credentials.requireSignedIn(request), id);
        return done("token-ended");
    }

    static RedirectView done(String what) {
        RedirectView account = new RedirectView("/account?done=" + what);
        account.setStatusCode(HttpStatus.SEE_OTHER);
        return account;
    }
}

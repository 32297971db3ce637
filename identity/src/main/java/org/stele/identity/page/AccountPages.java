package org.stele.identity.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.stele.identity.account.AccessTokens;
import org.stele.identity.account.Account;
import org.stele.identity.account.RecoveryCodes;
import org.stele.identity.passkey.Passkeys;
import org.stele.identity.passkey.RelyingParty;
import org.stele.identity.session.Sessions;
import org.stele.web.door.Forwarded;
import org.stele.web.page.Frame;
import org.stele.web.page.Frames;
import org.stele.web.page.Pages;

/** Makes the pages of an account. No browser keeps them. */
final class AccountPages {

    private static final Set<String> DONE =
            Set.of("password-changed", "sessions-ended", "token-ended", "passkey-added", "passkey-removed");

    private final Pages pages;
    private final Frames frames;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final AccessTokens tokens;
    private final Sessions sessions;
    private final ObjectProvider<RelyingParty> party;
    private final Forwarded forwarded;

    AccountPages(
            Pages pages,
            Frames frames,
            Passkeys passkeys,
            RecoveryCodes codes,
            AccessTokens tokens,
            Sessions sessions,
            ObjectProvider<RelyingParty> party,
            Forwarded forwarded) {
        this.pages = pages;
        this.frames = frames;
        this.passkeys = passkeys;
        this.codes = codes;
        this.tokens = tokens;
        this.sessions = sessions;
        this.party = party;
        this.forwarded = forwarded;
    }

    /** @param error the key of what is wrong with the form that was sent (422); null where nothing is */
    View account(Account account, @Nullable String error, HttpServletRequest request) {
        String done = request.getMethod().equals("GET") ? request.getParameter("done") : null;
        AccountPage page = new AccountPage(
                frame(request, "account.title"),
                FormToken.of(request),
                account,
                done != null && DONE.contains(done) ? "account.done." + done : null,
                error,
                elsewhere(request),
                passkeys.list(account),
                party.getObject(),
                codes.left(account),
                tokens.list(account),
                sessions.list(account, request));
        return Pages.unkept(pages.render(
                "identity/account.jte", page, error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT));
    }

    View secrets(String about, List<String> secrets, HttpServletRequest request) {
        return Pages.unkept(pages.render(
                "identity/secrets.jte", new SecretsPage(frame(request, about + ".title"), about, secrets)));
    }

    /** Where passkeys work; null where they work at the origin of the request. */
    @Nullable
    String elsewhere(HttpServletRequest request) {
        return party.getObject().elsewhere(forwarded.origin(request)).orElse(null);
    }

    private Frame frame(HttpServletRequest request, String title) {
        var messages = frames.messages(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return frames.of(messages, messages.text(title), null);
    }
}

package org.stele.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.stele.identity.accesslog.AccessEntry.What;
import org.stele.identity.accesslog.Noted;
import org.stele.identity.account.Accounts;
import org.stele.identity.account.RecoveryCode;

/** Notes for the access log who signed in, and at whose account it failed; never what was typed. */
final class SignInNotes {

    private final Accounts accounts;

    SignInNotes(Accounts accounts) {
        this.accounts = accounts;
    }

    void done(HttpServletRequest request, Authentication known, String how) {
        actor(request, known.getName());
        Noted.done(request, What.SIGN_IN, how);
    }

    void refused(HttpServletRequest request, String how) {
        actor(request, Objects.requireNonNullElse(request.getParameter("username"), ""));
        Noted.refused(request, What.SIGN_IN, how);
    }

    /** A sign-out, of whom it still was. */
    void out(HttpServletRequest request, Authentication known) {
        actor(request, known.getName());
        Noted.done(request, What.SIGN_OUT, "session");
    }

    /** By password or by recovery code, as the form of what was typed says. */
    static String how(HttpServletRequest request) {
        return RecoveryCode.parse(Objects.requireNonNullElse(request.getParameter("password"), ""))
                        .isPresent()
                ? "recovery-code"
                : "password";
    }

    /** What was typed may be no name, and is not kept: the log has the staff id of an account that there is. */
    private void actor(HttpServletRequest request, String username) {
        try {
            accounts.find(username.strip().toLowerCase(Locale.ROOT))
                    .ifPresent(account -> Noted.actor(request, account.actor()));
        } catch (DataAccessException e) {
            // Then it is logged without.
        }
    }
}

package org.stele.identity.page;

import org.jspecify.annotations.Nullable;
import org.stele.identity.account.Account;
import org.stele.web.page.Frame;

/**
 * The page on which an invited person chooses a password.
 *
 * @param error what is wrong with the one that was typed; null at the first
 */
public record InvitationPage(
        Frame frame,
        FormToken formToken,
        Account account,
        @Nullable String error) {

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }
}

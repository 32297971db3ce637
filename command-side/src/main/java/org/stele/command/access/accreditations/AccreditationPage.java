package org.stele.command.access.accreditations;

import org.jspecify.annotations.Nullable;
import org.stele.identity.page.FormToken;
import org.stele.web.page.Frame;

/**
 * The page of one accreditation.
 *
 * @param commandId under which its withdrawal is recorded
 * @param username of its account; null where the account is closed
 * @param isAwaited whether nobody has chosen the account's password yet
 * @param invitation the address of an invitation that was just made; null where none was
 * @param reason what was typed
 * @param error what is wrong with it; null where nothing is
 */
public record AccreditationPage(
        Frame frame,
        FormToken formToken,
        String commandId,
        RecordedAccreditation accreditation,
        @Nullable String username,
        boolean isAwaited,
        @Nullable String invitation,
        String reason,
        @Nullable String error) {

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }

    public String path() {
        return "/account/accreditations/" + accreditation.id();
    }
}

package org.stele.identity.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.identity.page.DemoSignIn.Trial;
import org.stele.web.page.Frame;

/**
 * The page of sign-in.
 *
 * @param formToken what the form has to send besides what is typed
 * @param next the page to go on to
 * @param outcome the key of what became of the last attempt; null at the first
 * @param trials accounts of the demonstration; empty elsewhere
 */
public record SignInPage(
        Frame frame,
        FormToken formToken,
        String next,
        @Nullable String outcome,
        List<Trial> trials) {

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }

    /** Such as "Signatory of Norway". */
    public String words(Trial trial) {
        MemberState state = trial.actor().memberState();
        String role = text("role." + trial.actor().role().id());
        return state == null ? role : text("sign-in.role-of", role, state.officialName());
    }
}

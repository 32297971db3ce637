package org.stele.identity.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param elsewhere where passkeys work; null where they work here
 * @param outside null where no outside provider is configured
 * @param trials accounts of the demonstration; empty elsewhere
 */
public record SignInPage(
        Frame frame,
        FormToken formToken,
        String next,
        @Nullable String outcome,
        @Nullable String elsewhere,
        @Nullable Outside outside,
        List<Trial> trials) {

    /** An outside provider: what people call it, and where sign-in by it begins. */
    public record Outside(String name, String address) {}

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }

    /** The accounts to try under one heading: a State, or all that are of no State. */
    public record Group(String heading, List<Trial> trials) {}

    /** The roles of no State first, and the States in the order of the demonstration. */
    public List<Group> groups() {
        Map<String, List<Trial>> byState = new LinkedHashMap<>();
        trials.stream()
                .sorted(Comparator.comparing(trial -> trial.actor().memberState() != null))
                .forEach(trial -> byState.computeIfAbsent(heading(trial), _ -> new ArrayList<>())
                        .add(trial));
        return byState.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private String heading(Trial trial) {
        MemberState state = trial.actor().memberState();
        return state == null ? text("sign-in.trials.no-state") : state.officialName();
    }

    /** Such as "Signatory of Norway". */
    public String words(Trial trial) {
        MemberState state = trial.actor().memberState();
        return state == null ? role(trial) : text("sign-in.role-of", role(trial), state.officialName());
    }

    public String role(Trial trial) {
        return text("role." + trial.actor().role().id());
    }
}

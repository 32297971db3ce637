package org.stele.command.access.accreditations;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.Role;
import org.stele.identity.page.FormToken;
import org.stele.web.page.Frame;

/**
 * The page of everybody who is accredited, and was, with the form to accredit one more.
 *
 * @param commandId under which the form's accreditation is recorded: sent twice, it is recorded once
 * @param typed what the form was sent with, by field
 * @param errors what is wrong with it
 * @param entered who was just accredited; null where nobody was
 */
public record AccreditationsPage(
        Frame frame,
        FormToken formToken,
        String commandId,
        List<RecordedAccreditation> all,
        Map<String, String> typed,
        List<Wrong> errors,
        @Nullable Entered entered) {

    /**
     * One thing that is wrong.
     *
     * @param field of the form; empty where it is about no single one
     */
    public record Wrong(String field, String message) {}

    /**
     * Somebody who was just accredited.
     *
     * @param invitation the address of the page that lets one person choose the password, once; null where one is chosen
     */
    public record Entered(
            String official, String username, @Nullable String invitation) {}

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }

    /** Those that last. */
    public List<RecordedAccreditation> standing() {
        return all.stream().filter(one -> one.withdrawnOn() == null).toList();
    }

    public List<RecordedAccreditation> withdrawn() {
        return all.stream().filter(one -> one.withdrawnOn() != null).toList();
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What is wrong with a field; null where nothing is. */
    public @Nullable String error(String field) {
        return errors.stream()
                .filter(one -> one.field().equals(field))
                .map(Wrong::message)
                .findFirst()
                .orElse(null);
    }

    public boolean isOnForm(Wrong one) {
        return AccreditationForm.FIELDS.contains(one.field());
    }

    public List<Role> roles() {
        return List.of(Role.values());
    }

    /** Nobody is accredited for the DPRK (rules, section 4.8). */
    public List<MemberState> states() {
        return Stream.of(MemberState.values())
                .filter(state -> state != MemberState.PRK)
                .toList();
    }

    public List<MonitoringBody> bodies() {
        return List.of(MonitoringBody.values());
    }
}

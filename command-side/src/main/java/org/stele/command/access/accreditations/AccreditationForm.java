package org.stele.command.access.accreditations;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.stele.command.access.accreditofficial.AccreditOfficialBody;
import org.stele.command.entry.Rejected;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;

/** What the form to accredit somebody was sent with. */
final class AccreditationForm {

    static final List<String> FIELDS = List.of("official", "role", "memberState", "body", "username");

    private final Map<String, String> typed;

    AccreditationForm(MultiValueMap<String, String> fields) {
        this.typed = FIELDS.stream()
                .filter(fields::containsKey)
                .collect(Collectors.toMap(
                        field -> field,
                        field -> String.valueOf(fields.getFirst(field)).strip()));
    }

    Map<String, String> typed() {
        return typed;
    }

    /** @throws Rejected where a choice is none of those that the form offers */
    AccreditOfficialBody body() {
        if (chosen("role") == null) {
            throw Rejected.malformed("role", "Choose the role.");
        }
        String state = chosen("memberState");
        String body = chosen("body");
        return new AccreditOfficialBody(
                typed.getOrDefault("official", ""),
                typed.getOrDefault("role", ""),
                state == null
                        ? null
                        : MemberState.find(state)
                                .orElseThrow(() -> Rejected.malformed("memberState", "Choose one of the States.")),
                body == null ? null : body(body),
                null,
                chosen("username"));
    }

    private static MonitoringBody body(String name) {
        for (MonitoringBody body : MonitoringBody.values()) {
            if (body.name().equals(name)) {
                return body;
            }
        }
        throw Rejected.malformed("body", "Choose one of the bodies.");
    }

    /** Null where nothing is. */
    private @Nullable String chosen(String field) {
        String value = typed.getOrDefault(field, "");
        return value.isEmpty() ? null : value;
    }
}

package org.stele.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.query.lens.SeenEvent;

/**
 * A damaged or redacted event as JSON: nothing else of its body is given. The members after the first are absent until the damage
 * is accepted.
 *
 * @param status FOUND, ACCEPTED, or REDACTED where the body was removed by order
 * @param acceptedBy the staff ids of both persons
 * @param acceptedIn the position of the event that records it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"status", "found", "reason", "acceptedBy", "acceptedAt", "acceptedIn"})
record DamageEntry(
        String status,
        @Nullable String found,
        @Nullable String reason,
        @Nullable List<String> acceptedBy,
        @Nullable String acceptedAt,
        @Nullable Long acceptedIn) {

    /** Null where nothing is damaged. Who accepted it, and why, is absent for those who are not told. */
    static @Nullable DamageEntry of(SeenEvent.@Nullable Damage damage) {
        if (damage == null) {
            return null;
        }
        AcceptedDamage decision = damage.decision();
        if (decision == null) {
            return new DamageEntry(status(damage), null, null, null, null, damage.acceptedIn());
        }
        return new DamageEntry(
                status(damage),
                decision.found(),
                decision.reason(),
                List.of(decision.proposedBy(), decision.acceptedBy()),
                decision.acceptedAt().toString(),
                decision.by());
    }

    private static String status(SeenEvent.Damage damage) {
        if (damage.acceptedIn() == null) {
            return "FOUND";
        }
        return damage.isRedaction() ? "REDACTED" : "ACCEPTED";
    }
}

package org.stele.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.query.view.DamageNotes;

/**
 * A damaged event as JSON: nothing else of its body is given. The members after the first are absent until the damage
 * is accepted.
 *
 * @param status FOUND or ACCEPTED
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

    /** @param isWhole whether the reader sees who accepted the damage, and why; others see that it was accepted, and where */
    static DamageEntry of(DamageNotes.Note note, boolean isWhole) {
        AcceptedDamage accepted = note.accepted();
        if (accepted != null && !isWhole) {
            return new DamageEntry("ACCEPTED", null, null, null, null, accepted.by());
        }
        return accepted == null
                ? new DamageEntry("FOUND", null, null, null, null, null)
                : new DamageEntry(
                        "ACCEPTED",
                        accepted.found(),
                        accepted.reason(),
                        List.of(accepted.proposedBy(), accepted.acceptedBy()),
                        accepted.acceptedAt().toString(),
                        accepted.by());
    }
}

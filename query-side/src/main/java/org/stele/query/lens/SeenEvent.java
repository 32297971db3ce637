package org.stele.query.lens;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.eventstore.event.StoredEvent;
import org.stele.ledger.Hash;

/**
 * One event as an audience sees it: what the public log has of it, and the rest where it is seen whole.
 *
 * @param state the code of the State that its leaf names; null without one, and where the leaf cannot be read
 * @param typeTold the type of an event that is not seen whole, where everybody is told that one of its kind happened; null of any other
 * @param whole the event with body, metadata and salt; null where the audience does not see it whole, and where it is damaged or
 *     its body was removed
 * @param damage null where the body is the one that was recorded, and nobody ordered its removal
 */
public record SeenEvent(
        long position,
        UUID eventId,
        Instant recordedAt,
        byte[] leaf,
        Hash leafHash,
        @Nullable String state,
        @Nullable String typeTold,
        @Nullable StoredEvent whole,
        @Nullable Damage damage) {

    /**
     * What is known of a body that its leaf does not commit to, or that was removed by order.
     *
     * @param acceptedIn the position of the event that accepts it, or orders its removal; null while nobody has accepted it
     * @param isRedaction whether the body was removed by order
     * @param decision who decided so, and why; null where the audience is not told
     */
    public record Damage(
            @Nullable Long acceptedIn,
            boolean isRedaction,
            @Nullable AcceptedDamage decision) {

        static Damage of(@Nullable AcceptedDamage decided, boolean isTold) {
            return decided == null
                    ? new Damage(null, false, null)
                    : new Damage(decided.by(), decided.isRedaction(), isTold ? decided : null);
        }
    }

    static SeenEvent of(
            StoredEvent stored, @Nullable String typeTold, @Nullable StoredEvent whole, @Nullable Damage damage) {
        return new SeenEvent(
                stored.position(),
                stored.eventId(),
                stored.recordedAt(),
                stored.leaf(),
                stored.leafHash(),
                EventLens.stateOf(stored),
                typeTold,
                whole,
                damage);
    }
}

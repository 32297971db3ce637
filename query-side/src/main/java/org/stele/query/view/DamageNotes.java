package org.stele.query.view;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.ledger.Leaf;

/**
 * A DamageNotes says what is known of events whose bodies do not match their leaves. For one answer, on one thread.
 */
public final class DamageNotes {

    private final Supplier<Map<Long, AcceptedDamage>> source;
    private @Nullable Map<Long, AcceptedDamage> accepted;

    private DamageNotes(Supplier<Map<Long, AcceptedDamage>> source) {
        this.source = source;
    }

    /** Accepted damage is read when the first damaged event occurs. */
    public static DamageNotes of(LedgerReader ledger) {
        return new DamageNotes(ledger::acceptedDamage);
    }

    /**
     * What is known of a damaged event.
     *
     * @param state of its leaf; null without one, and where the leaf cannot be read either
     * @param accepted null while nobody has accepted it
     */
    public record Note(@Nullable String state, @Nullable AcceptedDamage accepted) {}

    /** Null for an event whose body matches its leaf. */
    public @Nullable Note of(StoredEvent stored) {
        if (stored.isIntact()) {
            return null;
        }
        Map<Long, AcceptedDamage> known = accepted;
        if (known == null) {
            known = source.get();
            accepted = known;
        }
        return new Note(state(stored), known.get(stored.position()));
    }

    private static @Nullable String state(StoredEvent stored) {
        try {
            return Leaf.parse(stored.leaf()).state();
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return null;
        }
    }
}

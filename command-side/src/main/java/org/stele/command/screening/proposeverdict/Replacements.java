package org.stele.command.screening.proposeverdict;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.ScreeningVerdictReturned;

/**
 * Which screening's verdict replaces which: proposed, or for good once it is confirmed.
 *
 * @param bySuperseded the one that replaces, by the screening whose verdict is replaced
 */
record Replacements(Map<FilingId, Replacement> bySuperseded) {

    /** @param isFinal whether it was confirmed: what becomes of that verdict later does not bring the replaced one back */
    record Replacement(FilingId screening, boolean isFinal) {}

    static final Replacements NONE = new Replacements(Map.of());

    Replacements {
        bySuperseded = Map.copyOf(bySuperseded);
    }

    /** The screening whose verdict replaces that of another, or waits to; null where none does. */
    @Nullable
    FilingId of(FilingId superseded) {
        Replacement found = bySuperseded.get(superseded);
        return found == null ? null : found.screening();
    }

    Replacements with(ScreeningVerdictProposed event) {
        return isFinal(event.supersedes()) ? this : with(event.supersedes(), new Replacement(event.screening(), false));
    }

    Replacements with(ScreeningVerdictReturned event) {
        return isFinal(event.supersedes()) ? this : with(event.supersedes(), null);
    }

    Replacements with(ScreeningVerdictConfirmed event) {
        return with(event.supersedes(), new Replacement(event.screening(), true));
    }

    private boolean isFinal(@Nullable FilingId superseded) {
        Replacement known = superseded == null ? null : bySuperseded.get(superseded);
        return known != null && known.isFinal();
    }

    private Replacements with(@Nullable FilingId superseded, @Nullable Replacement replacement) {
        if (superseded == null) {
            return this;
        }
        Map<FilingId, Replacement> changed = new HashMap<>(bySuperseded);
        if (replacement == null) {
            changed.remove(superseded);
        } else {
            changed.put(superseded, replacement);
        }
        return new Replacements(changed);
    }
}

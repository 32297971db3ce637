package org.stele.command.submitters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stele.command.reading.RecordedPayload;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.access.SigningForm;
import org.stele.events.access.SigningKeyEnrolled;
import org.stele.events.access.SigningKeyRevoked;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;

/** The passkeys by which officials of a State may sign now. Safe for all threads. */
public final class EnrolledPasskeys {

    /** A State that has enrolled and revoked more keys than this signs by key files. */
    private static final int MOST = 1_000;

    private final LedgerReader ledger;

    public EnrolledPasskeys(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** Those that are enrolled for the role and not revoked, the first one first. */
    public List<SigningKeyEnrolled> of(MemberState state, Role role) {
        Selection keys = Selection.tagAndTypes(
                Tags.MEMBER_STATE + "=" + state.iso3(), SubmitterRules.KEY_ENROLLED, SubmitterRules.KEY_REVOKED);
        Map<String, SigningKeyEnrolled> enrolled = new LinkedHashMap<>();
        for (StoredEvent stored : ledger.read(keys, 0, ledger.head(), MOST)) {
            switch (RecordedPayload.of(stored)) {
                case SigningKeyEnrolled key
                when key.role() == role && key.form() == SigningForm.PASSKEY ->
                    enrolled.put(key.key().hex(), key);
                case SigningKeyRevoked revoked -> enrolled.remove(revoked.key().hex());
                case null, default -> {}
            }
        }
        return List.copyOf(enrolled.values());
    }
}

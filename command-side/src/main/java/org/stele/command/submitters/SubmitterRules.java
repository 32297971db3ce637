package org.stele.command.submitters;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.Previewed;
import org.stele.command.entry.Rejected;
import org.stele.events.Tags;
import org.stele.eventstore.append.EncodedEvent;
import org.stele.eventstore.event.Body;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.ledger.json.StrictJson;
import org.stele.ledger.submitter.Filing;
import org.stele.ledger.submitter.Roots;
import org.stele.ledger.submitter.SubmitterCheck;
import org.stele.ledger.submitter.SubmitterFinding;
import org.stele.ledger.submitter.SubmitterSignature;

/**
 * Decides whether events may be recorded as signed by their submitter, with the verifier's own check: what is recorded here,
 * verifies there (docs/spec/submitters.md, sections 8.1 and 10). Safe for all threads.
 */
public final class SubmitterRules {

    /** Of every signed event: what is signed once is recorded once. */
    public static final String NONCE_TAG = "signature";

    public static final String KEY_ENROLLED = "access.SigningKeyEnrolled";
    public static final String KEY_REVOKED = "access.SigningKeyRevoked";

    /** The code of the refusal of what a State's root has to sign. */
    public static final String ROOT_SIGNATURE_MISSING = "root-signature-missing";

    private static final String ACCREDITED = "access.OfficialAccredited";
    private static final String ACCESS = "access.";
    private static final String SIGNATURE = "Stele-Signature";
    private static final int PAGE = 1_000;

    private final String origin;
    private final Roots roots;
    private final LedgerReader ledger;

    /**
     * @param origin of the ledger
     * @param roots of the States, by which enrolments are checked
     */
    public SubmitterRules(String origin, Roots roots, LedgerReader ledger) {
        this.origin = origin;
        this.roots = roots;
        this.ledger = ledger;
    }

    /** The value of the tag under which a signature is recorded. */
    public static String once(SubmitterSignature signature) {
        return signature.keyId() + "." + signature.metadata().get(SubmitterSignature.PREFIX + "Nonce");
    }

    /** Refuses events without a signature of which the State's root has to sign one. */
    public void requireUnsigned(EncodedEvent first, @Nullable String state) {
        boolean isOfKeys = first.type().equals(KEY_ENROLLED) || first.type().equals(KEY_REVOKED);
        boolean isForRoot = first.type().equals(ACCREDITED)
                && state != null
                && !roots.of(state).isEmpty();
        if (isOfKeys || isForRoot) {
            throw Rejected.rule(
                    SIGNATURE,
                    ROOT_SIGNATURE_MISSING,
                    "The root key of %s has to sign this. Ask for what it signs with the header Stele-Preview: filings, sign it with 'stele-verify sign', and send it again with the signature."
                            .formatted(state));
        }
    }

    /** Ends a preview with what would have to be signed. */
    public Previewed preview(List<EncodedEvent> events) {
        List<Filing> filings = events.stream().map(SubmitterRules::filing).toList();
        try {
            filings.forEach(Filing::memberState);
        } catch (IllegalArgumentException e) {
            throw Rejected.rule("nothing-to-sign", "No State signs what this would record.");
        }
        return new Previewed(origin, roleOf(events.getFirst()), filings);
    }

    private static String roleOf(EncodedEvent event) {
        if (event.type().startsWith(ACCESS)) {
            return SubmitterCheck.ROOT_ROLE;
        }
        var metadata = Body.parse(event.body()).metadata();
        return metadata.containsKey("actorState") ? Objects.requireNonNull(metadata.get("actorRole")) : "signatory";
    }

    private static Filing filing(EncodedEvent event) {
        Body body = Body.parse(event.body());
        return Filing.recorded(body.type(), body.typeVersion(), StrictJson.parseAround(body.payload()));
    }

    /**
     * Refuses events of which one would not verify as signed, or a signature that was recorded before.
     *
     * @return the position up to which the ledger was read for it
     */
    public long require(List<EncodedEvent> events, SubmitterSignature signature) {
        long head = ledger.head();
        String state = events.getFirst().state();
        int signed = Math.max(1, signature.filings().size());
        if (state == null || events.size() != signed) {
            throw invalid("it is over %s filings, and this would record %s".formatted(signed, events.size()));
        }
        if (!ledger.read(Selection.tag(NONCE_TAG + "=" + once(signature)), 0, head, 1)
                .isEmpty()) {
            throw Rejected.rule(
                    SIGNATURE,
                    "signature-used",
                    "This signature was recorded before. Sign again: every signature has a nonce of its own.");
        }
        SubmitterCheck check = new SubmitterCheck(origin, roots);
        for (StoredEvent stored : keysOf(state, head)) {
            if (stored.isIntact()) {
                check.event(stored.position(), state, stored.body());
            } else {
                check.hidden(state);
            }
        }
        for (int index = 0; index < events.size(); index++) {
            require(check.event(head + 1 + index, state, events.get(index).body()));
        }
        return head;
    }

    private List<StoredEvent> keysOf(String state, long head) {
        Selection keys = Selection.tagAndTypes(Tags.MEMBER_STATE + "=" + state, KEY_ENROLLED, KEY_REVOKED);
        List<StoredEvent> all = new ArrayList<>();
        List<StoredEvent> page;
        do {
            page = ledger.read(keys, all.isEmpty() ? 0 : all.getLast().position(), head, PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private static void require(SubmitterFinding finding) {
        switch (finding.status()) {
            case SIGNED, ENROLLED, REVOKED -> {}
            case NOT_CHECKED ->
                throw Rejected.rule(
                        SIGNATURE,
                        "root-unknown",
                        "The signature cannot be checked: %s. Whoever operates this ledger names the State's root key in STELE_ROOTS."
                                .formatted(finding.why()));
            case FAILED, UNSIGNED, NONE -> throw invalid(finding.why());
        }
    }

    private static Rejected invalid(String why) {
        return Rejected.rule(
                SIGNATURE,
                "signature-invalid",
                "The signature does not hold: %s. Nothing was recorded. Ask again for what has to be signed with the header Stele-Preview: filings."
                        .formatted(why));
    }
}

package org.stele.query.lens;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stele.events.Audience;
import org.stele.events.Audience.Kind;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.access.AccessEvent;
import org.stele.events.access.OfficialEvent;
import org.stele.events.access.StaffEvent;
import org.stele.events.attestation.AttestationEvent;
import org.stele.events.attestation.ClarificationProvided;
import org.stele.events.attestation.ClarificationRequested;
import org.stele.events.claims.ClaimDisputed;
import org.stele.events.claims.ClaimEvent;
import org.stele.events.claims.ClaimUpheld;
import org.stele.events.claims.ClaimWithdrawn;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.ExemptionGround;
import org.stele.events.claims.PriorContractsNotified;
import org.stele.events.claims.ScopeClaimed;
import org.stele.events.claims.WorkAuthorizationApproved;
import org.stele.events.custody.AccessLogDigested;
import org.stele.events.custody.CustodyEvent;
import org.stele.events.custody.DamageAcceptanceProposed;
import org.stele.events.custody.DamageAccepted;
import org.stele.events.custody.EventRedacted;
import org.stele.events.custody.RedactionProposed;
import org.stele.events.custody.SealedDataRead;
import org.stele.events.custody.SubjectKeyShredded;
import org.stele.events.discrepancies.DiscrepancyEvent;
import org.stele.events.evidence.EvidenceEvent;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.events.evidence.EvidenceResolved;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.RepatriationEvent;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.ListEvent;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.event.StoredEvent;
import org.stele.ledger.Leaf;
import org.stele.query.replay.DecodedEvent;
import org.stele.query.replay.EventDecoder;
import org.stele.statefile.StateFile;

/**
 * Which events one audience sees in one view: each whole, with body, metadata, type and opening, or not at all (rules, section
 * 4.8). Of an event that is not seen whole there is only what the public log has of it: its place, time, State and hashes.
 * For one answer, on one thread.
 */
public final class EventLens {

    /** Of these everybody is told that they happened, and where. */
    private static final Set<String> TOLD =
            Set.of(EventTypes.name(SubjectKeyShredded.class), EventTypes.name(EventRedacted.class));

    private static final String EXEMPTION_CLAIMED = EventTypes.name(ExemptionClaimed.class);

    private final Audience audience;
    private final Function<MemberState, StateFile> seenFiles;
    private final StateOfPosition states;
    private final EventDecoder decoder;
    private final Map<MemberState, SeenRecords> records = new EnumMap<>(MemberState.class);

    /** Tells whether the event at a position is about a State. */
    interface StateOfPosition {

        boolean isAbout(long position, MemberState state);
    }

    /** @param seenFiles what the audience sees of the States' files in the view */
    EventLens(
            Audience audience,
            Function<MemberState, StateFile> seenFiles,
            StateOfPosition states,
            EventDecoder decoder) {
        this.audience = audience;
        this.seenFiles = seenFiles;
        this.states = states;
        this.decoder = decoder;
    }

    public boolean isWhole(StoredEvent event) {
        try {
            return isWhole(Leaf.parse(event.leaf()), event.body());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return audience.kind() == Kind.AUDIT;
        }
    }

    /** The same of a body and its leaf. What cannot be read is for auditors alone: nobody knows what it says. */
    public boolean isWhole(Leaf leaf, byte[] body) {
        if (audience.kind() == Kind.AUDIT && !EXEMPTION_CLAIMED.equals(EventDecoder.typeOf(body))) {
            return true; // Nothing else is kept from auditors, who read the whole ledger: it need not be decoded.
        }
        DecodedEvent event = decoder.decode(leaf.position(), leaf.recordedAt(), body);
        String state = event.memberState() == null ? null : event.memberState().iso3();
        if (event.payload() == null || !Objects.equals(state, leaf.state())) {
            return audience.kind() == Kind.AUDIT;
        }
        return switch (event.payload()) {
            case AttestationEvent of -> isWhole(of);
            case RepatriationEvent of -> isWhole(of);
            case ClaimEvent of -> isWhole(of);
            case EvidenceEvent of -> isWhole(of);
            case DiscrepancyEvent of -> isWhole(of);
            case CaseEvent of -> audience.isAuditing() || isOwn(of.memberState());
            case ListEvent _ -> true;
            case CustodyEvent of -> isWhole(of);
            case OfficialEvent of -> audience.seesFilingsOf(of.memberState());
            case StaffEvent _ -> audience.seesAllFilings();
            default -> audience.kind() == Kind.AUDIT;
        };
    }

    /** The type of an event that is withheld, where everybody is told that one of its kind happened; null of any other. */
    public @Nullable String typeTold(StoredEvent withheld) {
        String type = EventDecoder.typeOf(withheld.body());
        return type != null && TOLD.contains(type) ? type : null;
    }

    /** Whether an event of this type can be whole to the audience at all: where none can, none needs to be read. */
    boolean mayBeWhole(String type) {
        boolean isOutside = audience.kind() == Kind.PUBLIC || audience.kind() == Kind.MSMT;
        return EventTypes.all().stream()
                .filter(known -> EventTypes.name(known).equals(type))
                .noneMatch(known -> isOfFilingsAlone(known)
                        ? isOutside
                        : isOfAuditAndOwner(known) && (isOutside || audience.kind() == Kind.COMMITTEE));
    }

    private static boolean isOfFilingsAlone(Class<?> type) {
        return type == ExemptionClaimed.class
                || type == ClarificationRequested.class
                || type == ClarificationProvided.class
                || DiscrepancyEvent.class.isAssignableFrom(type)
                || AccessEvent.class.isAssignableFrom(type);
    }

    private static boolean isOfAuditAndOwner(Class<?> type) {
        return CaseEvent.class.isAssignableFrom(type) || CustodyEvent.class.isAssignableFrom(type);
    }

    /** Whether it sees who decided on the event at a position of a State, and why; null where it is about none. */
    public boolean seesDecisionsOn(@Nullable String state) {
        MemberState own = audience.memberState();
        return audience.isAuditing() || (own != null && own.iso3().equals(state));
    }

    /** That two States name the same person is for auditors and the custodian. */
    private boolean isWhole(DiscrepancyEvent event) {
        return event.subject().code().isAcrossStates()
                ? audience.isAuditing()
                : audience.seesFilingsOf(event.memberState());
    }

    /** A question about a published attestation, and its answer, are no part of it. */
    private boolean isWhole(AttestationEvent event) {
        return audience.seesFilingsOf(event.memberState())
                || switch (event) {
                    case ClarificationRequested _, ClarificationProvided _ -> false;
                    default -> of(event.memberState()).attestations().contains(event.attestation());
                };
    }

    private boolean isWhole(RepatriationEvent event) {
        NoticeContent content = switch (event) {
            case RepatriationNoticeRecorded of -> of.content();
            case RepatriationNoticeCorrected of -> of.content();
            default -> null;
        };
        return content == null || !content.isOfSubjects() || audience.isAuditing() || isOwn(event.memberState());
    }

    private boolean isWhole(ClaimEvent event) {
        return switch (event) {
            case ScopeClaimed _, PriorContractsNotified _, WorkAuthorizationApproved _ -> true;
            case ExemptionClaimed of ->
                isOwn(of.memberState()) || (audience.seesFilingsOf(of.memberState()) && !isProtected(of.ground()));
            case ClaimDisputed of -> isOfSeenClaim(of, of.claim());
            case ClaimUpheld of -> isOfSeenClaim(of, of.claim());
            case ClaimWithdrawn of -> isOfSeenClaim(of, of.claim());
        };
    }

    /** Bodies of the first version name such a ground; since then it is sealed. */
    private static boolean isProtected(@Nullable ExemptionGround ground) {
        return ground != null && ground.isProtected();
    }

    private boolean isOfSeenClaim(ClaimEvent event, FilingId claim) {
        return audience.seesFilingsOf(event.memberState())
                || of(event.memberState()).scopeClaims().contains(claim);
    }

    private boolean isWhole(EvidenceEvent event) {
        return switch (event) {
            case EvidenceRecorded of -> !of.confidential() || audience.seesConfidentialEvidence(of.recordedBy());
            case EvidenceResolved of ->
                audience.seesAllFilings() || of(of.memberState()).evidence().contains(of.evidence());
        };
    }

    private boolean isWhole(CustodyEvent event) {
        return audience.isAuditing()
                || switch (event) {
                    case DamageAcceptanceProposed of -> isOfOwn(of.position());
                    case DamageAccepted of -> isOfOwn(of.position());
                    case RedactionProposed of -> isOfOwn(of.position());
                    case EventRedacted of -> isOfOwn(of.position());
                    case SealedDataRead of -> isOfOwn(of.position());
                    case SubjectKeyShredded _, AccessLogDigested _ -> false;
                };
    }

    private boolean isOfOwn(long position) {
        return audience.kind() == Kind.STATE && states.isAbout(position, requireNonNull(audience.memberState()));
    }

    private boolean isOwn(MemberState owner) {
        return owner == audience.memberState();
    }

    private SeenRecords of(MemberState state) {
        return records.computeIfAbsent(state, one -> SeenRecords.of(seenFiles.apply(one)));
    }

    /** The State of its leaf; null where it is about none, and where the leaf cannot be read. */
    static @Nullable String stateOf(StoredEvent event) {
        return stateOf(event.leaf());
    }

    static @Nullable String stateOf(byte[] leaf) {
        try {
            return Leaf.parse(leaf).state();
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return null;
        }
    }
}

package org.stele.statefile.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.stele.events.Audience;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.access.AccreditationWithdrawn;
import org.stele.events.access.OfficialAccredited;
import org.stele.events.access.OfficialEvent;
import org.stele.events.access.SigningKeyEnrolled;
import org.stele.events.access.SigningKeyRevoked;
import org.stele.statefile.LedgerEvent;

/**
 * An AccessRegister is who may act and sign for one State, in the order of the ledger. It stands beside the State's file:
 * no status reads it.
 */
public record AccessRegister(MemberState memberState, List<Accreditation> accreditations, List<EnrolledKey> keys) {

    public AccessRegister {
        accreditations = List.copyOf(accreditations);
        keys = List.copyOf(keys);
    }

    public static AccessRegister empty(MemberState memberState) {
        return new AccessRegister(memberState, List.of(), List.of());
    }

    /** The register after one more event of the State. Other events of the State change nothing. */
    public AccessRegister evolve(LedgerEvent recorded) {
        if (recorded.event().memberState() != memberState) {
            throw new IllegalArgumentException("Expected an event about %s, got one about %s at position %s."
                    .formatted(memberState, recorded.event().memberState(), recorded.position()));
        }
        return recorded.event() instanceof OfficialEvent event ? evolve(recorded.position(), event) : this;
    }

    private AccessRegister evolve(long position, OfficialEvent event) {
        return switch (event) {
            case OfficialAccredited of ->
                new AccessRegister(
                        memberState,
                        with(
                                accreditations,
                                new Accreditation(
                                        position,
                                        of.role(),
                                        of.accreditedOn(),
                                        null,
                                        new Accreditation.Detail(
                                                of.accreditation(), of.official(), of.rootKey() != null, null))),
                        keys);
            case AccreditationWithdrawn of ->
                new AccessRegister(
                        memberState,
                        each(
                                accreditations,
                                one -> isOf(one, of.accreditation())
                                        ? one.withdrawn(of.withdrawnOn(), of.reason())
                                        : one),
                        keys);
            case SigningKeyEnrolled of ->
                new AccessRegister(
                        memberState,
                        accreditations,
                        with(
                                keys,
                                new EnrolledKey(
                                        position,
                                        of.role(),
                                        of.enrolledOn(),
                                        null,
                                        new EnrolledKey.Detail(
                                                of.key(), of.publicKey(), of.label(), of.form(), null, null))));
            case SigningKeyRevoked of ->
                new AccessRegister(
                        memberState,
                        accreditations,
                        each(
                                keys,
                                one -> one.isOf(of.key()) ? one.revoked(position, of.revokedOn(), of.reason()) : one));
        };
    }

    /** What an audience sees: the Committee, auditors and the State itself all of it, others role and days. */
    public AccessRegister seenBy(Audience audience) {
        return audience.seesFilingsOf(memberState)
                ? this
                : new AccessRegister(
                        memberState,
                        each(accreditations, Accreditation::withoutDetail),
                        each(keys, EnrolledKey::withoutDetail));
    }

    private static boolean isOf(Accreditation one, FilingId id) {
        return one.withdrawnOn() == null
                && Objects.requireNonNull(one.detail()).id().equals(id);
    }

    private static <T> List<T> with(List<T> all, T more) {
        List<T> longer = new ArrayList<>(all);
        longer.add(more);
        return longer;
    }

    private static <T> List<T> each(List<T> all, UnaryOperator<T> change) {
        Stream<T> changed = all.stream().map(change);
        return changed.toList();
    }
}

package org.stele.command.entry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Role;
import org.stele.events.SourceReference;

/**
 * Who enters a command, under which id, and on which day in New York.
 *
 * <p>Its methods are the rules that hold for every command: rules, P7 and section 2.
 */
public record CommandContext(Actor actor, CommandId commandId, LocalDate today) {

    /** Whose command ids these are: the State's code for a role of a Member State, otherwise the role. */
    public String scope() {
        MemberState state = actor.memberState();
        return state == null ? actor.role().id() : state.iso3();
    }

    /** The id of what this command puts on record, if it puts something on record. */
    public FilingId created() {
        return FilingId.createdBy(scope(), commandId);
    }

    public boolean isByRegistrar() {
        return actor.role() == Role.REGISTRAR;
    }

    public void requireRole(Role... allowed) {
        if (!List.of(allowed).contains(actor.role())) {
            String names = Arrays.stream(allowed).map(Role::id).collect(Collectors.joining(" or "));
            throw Rejected.notAllowed(
                    "role-not-allowed",
                    "This is for a %s; the credential is that of a %s."
                            .formatted(names, actor.role().id()));
        }
    }

    /**
     * The State that a filing is of: the credential's own, or the one that a registrar names for a filing on paper. A
     * State that is named beside a State's credential is refused even where it is the same.
     */
    public MemberState stateOfFiling(@Nullable MemberState named) {
        MemberState own = actor.memberState();
        if (own != null && named != null) {
            throw Rejected.notAllowed(
                    "member-state-not-allowed",
                    "The State of a filing is that of the credential, %s. Leave memberState out.".formatted(own));
        }
        MemberState state = own == null ? named : own;
        if (state == null) {
            throw Rejected.malformed("memberState", "Name the Member State whose filing this is.");
        }
        return state;
    }

    /** Refuses what belongs to another State exactly as it refuses what does not exist. */
    public MemberState requireOnRecord(String kind, FilingId id, @Nullable MemberState owner) {
        MemberState own = actor.memberState();
        if (owner == null || own != null && own != owner) {
            throw Rejected.notFound("No %s with the id %s is on record.".formatted(kind, id));
        }
        return owner;
    }

    /** The stated date, or today. Nobody but a registrar may state another day than today. */
    public PartialDate dateOrToday(String field, @Nullable PartialDate stated) {
        PartialDate now = PartialDate.of(today);
        if (stated == null || stated.equals(now)) {
            return now;
        }
        requireNotFuture(field, stated);
        if (!isByRegistrar()) {
            throw Rejected.rule(
                    field,
                    "date-not-allowed",
                    "Only a registrar may state another day than today, %s. Leave %s out.".formatted(today, field));
        }
        return stated;
    }

    /** Refuses a date of which every day is still to come. */
    public void requireNotFuture(String field, @Nullable PartialDate stated) {
        if (stated != null && stated.firstDay().isAfter(today)) {
            throw Rejected.malformed(
                    field, "Expected a date that has begun by today, %s, got %s.".formatted(today, stated));
        }
    }

    /** Where a filing was read is a registrar's note on an old one. */
    public void requireNoSourceUnlessRegistrar(@Nullable SourceReference source) {
        if (source != null && !isByRegistrar()) {
            throw Rejected.rule(
                    "sourceTitle",
                    "source-not-allowed",
                    "Only a registrar states where an old filing was read. Leave the source out.");
        }
    }
}

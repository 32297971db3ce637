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
 * The actor of a command, its id, and the day in New York on which it was entered.
 *
 * <p>Its methods are the rules that hold for every command: rules, P7 and section 2.
 */
public record CommandContext(Actor actor, CommandId commandId, LocalDate today, Signing signing) {

    /** Of a command that nobody signed. */
    public CommandContext(Actor actor, CommandId commandId, LocalDate today) {
        this(actor, commandId, today, Signing.NONE);
    }

    public CommandContext with(Signing other) {
        return new CommandContext(actor, commandId, today, other);
    }

    /** Whose command ids these are: the State's code for a role of a Member State, otherwise the role. */
    public String scope() {
        MemberState state = actor.memberState();
        return state == null ? actor.role().id() : state.iso3();
    }

    /** The id of the record that this command creates, if it creates one. */
    public FilingId created() {
        return FilingId.createdBy(scope(), commandId);
    }

    /** The id of one of several records that this command creates, by what tells them apart. */
    public FilingId created(String part) {
        return FilingId.createdBy(scope(), commandId, part);
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
     * The State of a filing: the credential's own, or the one that a registrar names for a filing on paper. A State
     * that is named beside a State's credential is refused even where it is the same.
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

    /** Refuses access to another State's record with the same answer as for a record that does not exist. */
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

    /** The stated day, or today. The day of an act of the Committee may lie in the past, and not in the future. */
    public LocalDate dayOrToday(String field, @Nullable LocalDate stated) {
        requireNotFuture(field, stated == null ? null : PartialDate.of(stated));
        return stated == null ? today : stated;
    }

    /** Refuses a date whose days are all in the future. */
    public void requireNotFuture(String field, @Nullable PartialDate stated) {
        if (stated != null && stated.firstDay().isAfter(today)) {
            throw Rejected.malformed(
                    field, "Expected a date that has begun by today, %s, got %s.".formatted(today, stated));
        }
    }

    /** Only a registrar states the source of an old filing. */
    public void requireNoSourceUnlessRegistrar(@Nullable SourceReference source) {
        if (source != null && !isByRegistrar()) {
            throw Rejected.rule(
                    "sourceTitle",
                    "source-not-allowed",
                    "Only a registrar states where an old filing was read. Leave the source out.");
        }
    }
}

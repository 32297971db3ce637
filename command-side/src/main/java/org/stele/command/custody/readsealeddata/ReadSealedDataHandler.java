package org.stele.command.custody.readsealeddata;

import java.util.Optional;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.jspecify.annotations.Nullable;
import org.stele.command.custody.readsealeddata.SealedPart.Kind;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.FreeText;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.custody.SealedDataRead;

/** Records who reads what is sealed in an event, and why, before it is given. */
final class ReadSealedDataHandler {

    private static final Role[] READERS = {
        Role.FOCAL_POINT, Role.SIGNATORY, Role.SCREENING_ANALYST, Role.SCREENING_REVIEWER, Role.AUDITOR, Role.CUSTODIAN
    };

    private final SealedParts parts;

    ReadSealedDataHandler(SealedParts parts) {
        this.parts = parts;
    }

    @CommandHandler
    void handle(ReadSealedData command, EventAppender events) {
        command.entry().requireRole(READERS);
        events.append(
                decide(command, parts.at(command.position(), command.entry().actor())));
    }

    static SealedDataRead decide(ReadSealedData command, Optional<SealedPart> found) {
        CommandContext entry = command.entry();
        entry.requireRole(READERS);
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        SealedPart part = require(command, found);
        requirePerson(command.person(), part);
        return new SealedDataRead(
                CustodyMatter.READING,
                command.position(),
                command.person(),
                command.reason(),
                entry.actor().staffId(),
                entry.actor().role());
    }

    /** Another State's event is not told apart from one that seals nothing. */
    static SealedPart require(ReadSealedData command, Optional<SealedPart> found) {
        MemberState own = command.entry().actor().memberState();
        SealedPart part = found.filter(one -> own == null || own == one.owner())
                .orElseThrow(() -> Rejected.notFound(
                        "Nothing is sealed at position %s that you may read.".formatted(command.position())));
        Role role = command.entry().actor().role();
        if (!part.kind().isFor(role)) {
            throw Rejected.notAllowed(
                    "role-not-allowed", "What this event seals is not for a %s.".formatted(role.id()));
        }
        return part;
    }

    private static void requirePerson(@Nullable Integer person, SealedPart part) {
        if (part.kind() != Kind.REFERENCES) {
            if (person != null) {
                throw Rejected.malformed("person", "Leave this field out: the event seals no references to persons.");
            }
        } else if (person == null || person < 1 || person > part.personsCount()) {
            throw Rejected.malformed(
                    "person",
                    "Expected which of the %s persons, from 1: references are read one at a time."
                            .formatted(part.personsCount()));
        }
    }
}

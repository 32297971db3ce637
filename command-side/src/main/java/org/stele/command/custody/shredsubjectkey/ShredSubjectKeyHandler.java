package org.stele.command.custody.shredsubjectkey;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.FreeText;
import org.stele.events.Role;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.custody.SubjectKeyShredded;

/**
 * Records that a key is shredded. It is destroyed afterwards, by {@link Shreddings}: an interruption between the two leaves an order
 * on record that is carried out at the next start, and never a loss that nobody ordered.
 */
final class ShredSubjectKeyHandler {

    private final Function<UUID, Optional<UUID>> keyOf;

    /** @param keyOf the id of the key that the store holds for a subject */
    ShredSubjectKeyHandler(Function<UUID, Optional<UUID>> keyOf) {
        this.keyOf = keyOf;
    }

    @CommandHandler
    void handle(ShredSubjectKey command, EventAppender events) {
        command.entry().requireRole(Role.CUSTODIAN);
        events.append(decide(command, keyOf.apply(command.subject().value())));
    }

    static SubjectKeyShredded decide(ShredSubjectKey command, Optional<UUID> key) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.CUSTODIAN);
        FreeText.require("reason", command.reason(), FreeText.MAX_REASON);
        if (command.reason().contains(command.subject().toString())) {
            throw Rejected.malformed("reason", "Give a reason that does not name the subject: the reason stays.");
        }
        UUID held = key.orElseThrow(() -> Rejected.notFound(
                "No key is held for this reference: nothing is sealed under one, or it was shredded."));
        return new SubjectKeyShredded(
                CustodyMatter.SHREDDING, held, command.reason(), entry.actor().staffId());
    }
}

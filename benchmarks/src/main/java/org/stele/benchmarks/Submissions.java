package org.stele.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.stele.command.attestation.submitattestation.SubmitAttestation;
import org.stele.command.axon.DeclaredTags;
import org.stele.command.entry.CommandContext;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.event.CommandKey;
import org.stele.ledger.Hash;

/** A Submissions generates attestations of Member States from a seed. They need no history. */
final class Submissions {

    private static final LocalDate TODAY = LocalDate.of(2020, 3, 20);
    private static final MessageType TYPE = new MessageType(
            new QualifiedName(EventTypes.name(AttestationSubmitted.class)),
            EventTypes.version(AttestationSubmitted.class));

    /** One command, and its digest. */
    public record Submission(SubmitAttestation command, Sha256Digest requestSha256) {

        /** The metadata of the command's events: actor and command key. */
        Map<String, String> metadata() {
            Map<String, String> metadata =
                    new LinkedHashMap<>(command.entry().actor().toMetadata());
            metadata.putAll(new CommandKey(
                            command.entry().scope(),
                            command.entry().commandId().value(),
                            Hash.ofHex(requestSha256.hex()))
                    .metadata());
            return metadata;
        }

        /** The event that the handler would record. */
        List<TaggedEventMessage<?>> events() {
            AttestationSubmitted event = new AttestationSubmitted(
                    command.entry().stateOfFiling(null),
                    command.filing(),
                    command.obligations().getFirst(),
                    command.content(),
                    TODAY,
                    null,
                    null);
            return List.of(new GenericTaggedEventMessage<>(
                    new GenericEventMessage(
                            command.entry().commandId().toString(), TYPE, event, metadata(), Instant.now()),
                    DeclaredTags.of(event)));
        }
    }

    private final Filings filings;

    Submissions(long seed) {
        this.filings = new Filings(seed);
    }

    Submission next() {
        MemberState state = filings.anyState();
        CommandId id = new CommandId(filings.uuid());
        CommandContext entry = new CommandContext(new Actor(state.iso3() + "-1", Role.SIGNATORY, state), id, TODAY);
        SubmitAttestation command = new SubmitAttestation(entry, null, filings.obligation(), filings.content(), null);
        return new Submission(
                command,
                new Sha256Digest(Hash.sha256(id.toString().getBytes(UTF_8)).hex()));
    }
}

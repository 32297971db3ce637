package org.stele.command.custody.readsealeddata;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.stele.command.custody.readsealeddata.ReadSealedDataEndpoint.ReadSealedDataBody;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.events.Actor;
import org.stele.events.EventJson;
import org.stele.events.seal.Seals;
import org.stele.events.seal.Seals.KeyNotHeld;

/** Records that something sealed is read, and then opens it. */
final class SealedReading {

    private final CommandResponder responder;
    private final SealedParts parts;
    private final Seals seals;

    SealedReading(CommandResponder responder, SealedParts parts, Seals seals) {
        this.responder = responder;
        this.parts = parts;
        this.seals = seals;
    }

    /**
     * What an event seals.
     *
     * @param status OPEN; SHREDDED where the key was destroyed; UNREADABLE where the keys are others
     * @param content absent unless it is open
     */
    record SealedContent(
            String status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Object content) {}

    /** The receipt of the reading, and what was read. */
    record Read(ResponseEntity<CommandReceipt> recorded, SealedContent content) {}

    Read read(CommandRequest asked, ReadSealedDataBody body, long position) {
        ReadSealedData command = new ReadSealedData(asked.entry(), position, body.person(), body.reason());
        ResponseEntity<CommandReceipt> recorded = responder.record(asked, body, command);
        // A repetition gets its answer too, and only from who may have it now.
        SealedPart part = ReadSealedDataHandler.require(
                command, part(position, asked.entry().actor()));
        return new Read(recorded, opened(part, body.person()));
    }

    Optional<SealedPart> part(long position, Actor reader) {
        return parts.at(position, reader);
    }

    private SealedContent opened(SealedPart part, @Nullable Integer person) {
        try {
            Object content = person == null
                    ? EventJson.MAPPER.readTree(seals.open(part.box(), part.filing()))
                    : Map.of(
                            "reference",
                            seals.openReference(part.box(), part.filing(), person - 1)
                                    .toString());
            return new SealedContent("OPEN", content);
        } catch (KeyNotHeld e) {
            return new SealedContent("SHREDDED", null);
        } catch (GeneralSecurityException e) {
            return new SealedContent("UNREADABLE", null);
        }
    }
}

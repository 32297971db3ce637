package org.stele.command.screening.loadlistversion;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.entry.Commands;
import org.stele.command.entry.Rejected;
import org.stele.command.reading.RecordedPayload;
import org.stele.command.screening.list.ConsolidatedList;
import org.stele.command.screening.list.ConsolidatedListReader;
import org.stele.command.screening.list.UnreadableList;
import org.stele.events.Actor;
import org.stele.events.NewYork;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.eventstore.append.postgres.AppendReceipts;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;

/** {@code POST /api/v1/list-versions} */
@Tag(name = "List versions")
@RestController
final class LoadListVersionEndpoint {

    static final String SOURCE = "X-Stele-Source";

    private final Commands commands;
    private final AppendReceipts receipts;
    private final LedgerReader ledger;
    private final Clock clock;
    private final ReentrantLock oneFileAtATime = new ReentrantLock();

    LoadListVersionEndpoint(
            Commands commands,
            @Qualifier("commandReceipts") AppendReceipts receipts,
            @Qualifier("commandLedgerReader") LedgerReader ledger,
            Clock clock) {
        this.commands = commands;
        this.receipts = receipts;
        this.ledger = ledger;
        this.clock = clock;
    }

    @LoadListVersionOperation
    @PostMapping(
            path = "/api/v1/list-versions",
            consumes = MediaType.APPLICATION_XML_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ListVersionAnswer> loadListVersion(
            Actor actor,
            @Parameter(hidden = true) @RequestHeader(name = SOURCE, required = false) @Nullable String source,
            HttpServletRequest request)
            throws IOException {
        requireRegistrar(actor);
        ConsolidatedList version = read(request);
        LoadListVersion command = LoadListVersion.of(
                actor, source == null ? LoadListVersionHandler.NOT_STATED : source, version, NewYork.today(clock));
        CommandContext entry = command.entry();
        boolean isRepeated = receipts.find(entry.scope(), entry.commandId().value()) != null;
        CommandReceipt receipt = commands.send(command, version.sha256());
        return ResponseEntity.status(isRepeated ? 200 : 201)
                .location(URI.create("/api/v1/list-versions/" + version.sha256().hex()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(ListVersionAnswer.of(recorded(receipt, version.sha256())));
    }

    /** The handler asks too; nobody else may make this server read a file. */
    private void requireRegistrar(Actor actor) {
        LoadListVersion.entry(actor, Sha256Digest.of(), NewYork.today(clock)).requireRole(Role.REGISTRAR);
    }

    /** A file takes many times its size in memory while it is read. */
    private ConsolidatedList read(HttpServletRequest request) throws IOException {
        oneFileAtATime.lock();
        try {
            return ConsolidatedListReader.read(
                    request.getInputStream().readNBytes(ConsolidatedListReader.MAX_BYTES + 1));
        } catch (UnreadableList e) {
            throw Rejected.rule(e.code(), String.valueOf(e.getMessage()));
        } finally {
            oneFileAtATime.unlock();
        }
    }

    private ListVersionLoaded recorded(CommandReceipt receipt, Sha256Digest sha256) {
        StoredEvent stored = ledger.at(receipt.position());
        if (stored != null && RecordedPayload.of(stored) instanceof ListVersionLoaded event) {
            return event;
        }
        throw new LedgerDamaged(
                "Position %s does not hold list version %s".formatted(receipt.position(), sha256.hex()));
    }
}

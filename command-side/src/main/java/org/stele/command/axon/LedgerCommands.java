package org.stele.command.axon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.core.Metadata;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.entry.Commands;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.entry.NotTogether;
import org.stele.command.entry.Previewed;
import org.stele.command.entry.Rejected;
import org.stele.events.CommandId;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;
import org.stele.eventstore.append.postgres.AppendReceipts;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.eventstore.event.CommandAlreadyRecorded;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.keys.KeyedIds;
import org.stele.ledger.Hash;
import org.stele.web.text.RecordedAt;

/**
 * Sends commands over Axon's bus. The digest of a request enters the ledger keyed: a plain one would confirm a guess at what is
 * sealed. A repetition is looked up only after a command was refused: the uniqueness of command
 * ids in the ledger detects it, and a first command needs no lookup.
 */
final class LedgerCommands implements Commands {

    /** How often a command is decided again when the events it was decided on have changed meanwhile. */
    private static final int MAX_ATTEMPTS = 10;

    private static final long LATELY_NANOS = Duration.ofSeconds(1).toNanos();

    private final CommandGateway gateway;
    private final AppendReceipts receipts;
    private final LedgerReader ledger;
    private final Together together;
    private final KeyedIds ids;
    private final AtomicLong lastSent = new AtomicLong(System.nanoTime() - LATELY_NANOS);

    LedgerCommands(
            CommandGateway gateway, AppendReceipts receipts, LedgerReader ledger, Together together, KeyedIds ids) {
        this.ids = ids;
        this.gateway = gateway;
        this.receipts = receipts;
        this.ledger = ledger;
        this.together = together;
    }

    @Override
    public CommandReceipt send(LedgerCommand command, Sha256Digest requestSha256) {
        lastSent.set(System.nanoTime());
        CommandKey key = key(command.entry(), requestSha256);
        try {
            record(command, key);
        } catch (CommandAlreadyRecorded e) {
            return repeated(command, key, requestSha256, e.receipt());
        } catch (Rejected e) {
            AppendReceipt first = receipts.find(key.scope(), key.commandId());
            if (first == null) {
                throw e;
            }
            return repeated(command, key, requestSha256, first);
        }
        AppendReceipt receipt = receipts.find(key.scope(), key.commandId());
        if (receipt == null) {
            throw new LedgerUnavailable("The receipt of command %s cannot be found".formatted(key.commandId()));
        }
        return recorded(command, receipt);
    }

    @Override
    public List<CommandReceipt> sendForAll(LedgerCommand command, Sha256Digest requestSha256) {
        CommandReceipt first = send(command, requestSha256);
        List<CommandReceipt> all = new ArrayList<>(List.of(first));
        List<FilingId> filings = command.filings();
        // The events of one command have consecutive positions.
        for (int index = 1; index < filings.size(); index++) {
            all.add(recorded(first.position() + index, filings.get(index)));
        }
        return all;
    }

    private CommandReceipt recorded(long position, FilingId filing) {
        StoredEvent event = ledger.at(position);
        if (event == null) {
            throw new LedgerUnavailable("The event at position %s cannot be found".formatted(position));
        }
        return new CommandReceipt(
                position, event.eventId(), event.leafHash().hex(), RecordedAt.text(event.recordedAt()), filing);
    }

    @Override
    public CompletableFuture<Long> sendTogether(
            List<LedgerCommand> commands, CommandId id, Sha256Digest requestSha256) {
        CommandContext entry = commands.getFirst().entry();
        CommandKey key = new CommandKey(entry.scope(), id.value(), keyed(requestSha256));
        try {
            return together.record(commands, metadata(entry, key))
                    .exceptionallyCompose(e -> afterAll(e, key, requestSha256));
        } catch (RuntimeException e) {
            return afterAll(e, key, requestSha256);
        }
    }

    @Override
    public boolean othersAreWaiting() {
        return System.nanoTime() - lastSent.get() < LATELY_NANOS;
    }

    /** A command recorded earlier counts as recorded now; one refused here may be valid against existing records. */
    private static CompletableFuture<Long> afterAll(Throwable failure, CommandKey key, Sha256Digest plain) {
        Throwable root = failure instanceof CompletionException wrapped ? rootOf(wrapped) : failure;
        return switch (root) {
            case CommandAlreadyRecorded before
            when isSame(before.receipt(), key, plain) ->
                CompletableFuture.completedFuture(before.receipt().position());
            case LedgerUnavailable unavailable -> CompletableFuture.failedFuture(unavailable);
            case Rejected _, CommandAlreadyRecorded _, AppendEventsTransactionRejectedException _ ->
                CompletableFuture.failedFuture(new NotTogether(root));
            default -> CompletableFuture.failedFuture(root);
        };
    }

    private CommandKey key(CommandContext entry, Sha256Digest requestSha256) {
        return new CommandKey(entry.scope(), entry.commandId().value(), keyed(requestSha256));
    }

    private Hash keyed(Sha256Digest requestSha256) {
        return Hash.ofHex(ids.digest(requestSha256).hex());
    }

    /** Whether a request had the same content; older programs recorded its digest as it is. */
    private static boolean isSame(AppendReceipt first, CommandKey key, Sha256Digest plain) {
        return first.requestSha256().equals(key.requestSha256())
                || first.requestSha256().hex().equals(plain.hex());
    }

    private static Metadata metadata(CommandContext entry, CommandKey key) {
        Map<String, String> metadata = new LinkedHashMap<>(entry.actor().toMetadata());
        metadata.putAll(key.metadata());
        metadata.putAll(entry.signing().metadata());
        return Metadata.from(metadata);
    }

    private void record(LedgerCommand command, CommandKey key) {
        Metadata metadata = metadata(command.entry(), key);
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            try {
                gateway.send(command, metadata).getResultMessage().join();
                return;
            } catch (CompletionException e) {
                if (!(rootOf(e) instanceof AppendEventsTransactionRejectedException)) {
                    throw unwrapped(e);
                }
            }
        }
        throw Rejected.lifecycle(
                "concurrent-change", "What the command acts on kept changing. Nothing was recorded; send it again.");
    }

    private static RuntimeException unwrapped(CompletionException failure) {
        Throwable root = rootOf(failure);
        return root instanceof RuntimeException known ? known : failure;
    }

    /** The cause inside the exceptions of Axon and of futures. */
    private static Throwable rootOf(CompletionException failure) {
        Throwable root = failure;
        while (root.getCause() != null && !isOurs(root)) {
            root = root.getCause();
        }
        return root;
    }

    private static boolean isOurs(Throwable failure) {
        return failure instanceof Rejected
                || failure instanceof Previewed
                || failure instanceof LedgerUnavailable
                || failure instanceof CommandAlreadyRecorded
                || failure instanceof AppendEventsTransactionRejectedException;
    }

    private static CommandReceipt repeated(
            LedgerCommand command, CommandKey key, Sha256Digest plain, AppendReceipt first) {
        if (!isSame(first, key, plain)) {
            throw Rejected.rule(
                    "Idempotency-Key",
                    Rejected.KEY_REUSED,
                    "The key %s was used for another request, recorded at position %s. Send this one under a key of its own."
                            .formatted(key.commandId(), first.position()));
        }
        return recorded(command, first);
    }

    private static CommandReceipt recorded(LedgerCommand command, AppendReceipt receipt) {
        return new CommandReceipt(
                receipt.position(),
                receipt.eventId(),
                receipt.leafHash().hex(),
                RecordedAt.text(receipt.recordedAt()),
                command.filing());
    }
}

package org.stele.campaigns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.fsck.Fsck;
import org.stele.eventstore.fsck.FsckReport;
import org.stele.eventstore.read.LedgerReader;

/** An Inspection reads a whole ledger and holds it against a journal. */
final class Inspection {

    private final Journal journal;
    private final List<StoredEvent> events;
    private final Map<UUID, List<StoredEvent>> byCommand = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private Inspection(Journal journal, List<StoredEvent> events) {
        this.journal = journal;
        this.events = events;
    }

    static Inspection of(LedgerDatabase database, Journal journal) {
        Inspection inspection = new Inspection(journal, readAll(new LedgerReader(database.projection())));
        inspection.findings.addAll(journal.contradictions());
        inspection.checkPositions();
        inspection.checkBodies();
        inspection.checkOrders();
        inspection.checkReceipts();
        inspection.checkSlots();
        FsckReport report = new Fsck(database.projection(), LedgerDatabase.STATE_TAG).run(position -> {});
        inspection.require(report.sound(), Finding.Kind.UNSOUND, String.valueOf(report.firstWrong()));
        return inspection;
    }

    /** Everything that is wrong; empty when nothing is. */
    List<Finding> findings() {
        return findings;
    }

    boolean holds(Order order) {
        return byCommand.containsKey(order.commandId());
    }

    long events() {
        return events.size();
    }

    private static List<StoredEvent> readAll(LedgerReader reader) {
        List<StoredEvent> all = new ArrayList<>();
        List<StoredEvent> page;
        do {
            long after = all.isEmpty() ? 0 : all.get(all.size() - 1).position();
            page = reader.read(Selection.all(), after, Long.MAX_VALUE, LedgerReader.MAX_LIMIT);
            all.addAll(page);
        } while (page.size() == LedgerReader.MAX_LIMIT);
        return all;
    }

    private void require(boolean so, Finding.Kind kind, String otherwise) {
        if (!so) {
            findings.add(new Finding(kind, otherwise));
        }
    }

    private void checkPositions() {
        for (int i = 0; i < events.size(); i++) {
            StoredEvent event = events.get(i);
            require(event.position() == i + 1, Finding.Kind.GAP, "At place " + (i + 1) + " stands " + event);
            boolean forward =
                    i == 0 || !event.recordedAt().isBefore(events.get(i - 1).recordedAt());
            require(forward, Finding.Kind.TIME, "The time goes back at " + event);
        }
    }

    private void checkBodies() {
        Map<UUID, byte[]> expected = new HashMap<>();
        journal.orders()
                .values()
                .forEach(order -> order.facts().forEach(fact -> expected.put(fact.eventId(), order.body(fact))));
        Set<UUID> seen = new HashSet<>();
        for (StoredEvent event : events) {
            byte[] body = expected.get(event.eventId());
            require(body != null, Finding.Kind.UNASKED, "Nobody gave the order for " + event);
            require(body == null || Arrays.equals(body, event.body()), Finding.Kind.CHANGED, "The body of " + event);
            require(seen.add(event.eventId()), Finding.Kind.DOUBLE, "There twice: " + event);
            UUID command = UUID.fromString(event.metadata().getOrDefault(CommandKey.COMMAND_ID, ""));
            byCommand.computeIfAbsent(command, id -> new ArrayList<>()).add(event);
        }
    }

    /** Whole, in order and in one piece, or not at all. */
    private void checkOrders() {
        byCommand.forEach((command, stored) -> {
            Order order = journal.orders().get(command);
            if (order != null) {
                List<UUID> given =
                        order.facts().stream().map(Order.Fact::eventId).toList();
                List<UUID> found = stored.stream().map(StoredEvent::eventId).toList();
                long from = stored.get(0).position();
                long to = stored.get(stored.size() - 1).position();
                boolean whole = given.equals(found) && to - from + 1 == given.size();
                require(whole, Finding.Kind.TORN, "Command " + command + " is there as " + stored);
            }
        });
        journal.conflicting()
                .forEach(command -> require(
                        !byCommand.containsKey(command), Finding.Kind.UNASKED, "Refused, and recorded: " + command));
    }

    private void checkReceipts() {
        journal.receipts().forEach((command, receipt) -> {
            List<StoredEvent> stored = byCommand.get(command);
            if (stored == null) {
                findings.add(new Finding(Finding.Kind.LOST, "Acknowledged, and not there: " + receipt));
            } else {
                boolean same = receipt.equals(receipt(stored, receipt));
                require(same, Finding.Kind.CHANGED, "Acknowledged as " + receipt + ", there as " + stored);
            }
        });
    }

    private static AppendReceipt receipt(List<StoredEvent> stored, AppendReceipt acknowledged) {
        StoredEvent first = stored.get(0);
        return new AppendReceipt(
                first.position(),
                first.eventId(),
                first.leafHash(),
                first.recordedAt(),
                stored.size(),
                acknowledged.requestSha256());
    }

    private void checkSlots() {
        Map<String, UUID> takenBy = new HashMap<>();
        byCommand.keySet().stream()
                .map(journal.orders()::get)
                .filter(order -> order != null && !order.slot().isEmpty())
                .forEach(order -> {
                    UUID other = takenBy.put(order.slot(), order.commandId());
                    require(
                            other == null,
                            Finding.Kind.DOUBLE,
                            "Slot " + order.slot() + " was taken by " + other + " and by " + order.commandId());
                });
        journal.conflicting().stream()
                .map(journal.orders()::get)
                .forEach(order -> require(
                        order != null && takenBy.containsKey(order.slot()),
                        Finding.Kind.LOST,
                        "Refused for a slot that nobody has: " + order));
    }
}

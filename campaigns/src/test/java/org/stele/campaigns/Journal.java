package org.stele.campaigns;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.stele.eventstore.event.AppendReceipt;

/** A Journal is the driver's own record of one ledger: every order given, every answer heard. Safe for many threads. */
final class Journal {

    private final Map<UUID, Order> orders = new ConcurrentHashMap<>();
    private final Map<UUID, AppendReceipt> receipts = new ConcurrentHashMap<>();
    private final Set<UUID> conflicting = ConcurrentHashMap.newKeySet();
    private final Queue<Finding> contradictions = new ConcurrentLinkedQueue<>();
    private final AtomicInteger eventsAcknowledged = new AtomicInteger();

    void given(Order order) {
        orders.put(order.commandId(), order);
    }

    void heard(Order order, Answer answer) {
        switch (answer) {
            case Answer.Recorded(AppendReceipt receipt) -> heard(order, receipt);
            case Answer.Conflicting() -> conflicting.add(order.commandId());
            case Answer.Unknown unknown -> {
                // It stays open.
            }
        }
    }

    private void heard(Order order, AppendReceipt receipt) {
        AppendReceipt before = receipts.putIfAbsent(order.commandId(), receipt);
        if (before == null) {
            eventsAcknowledged.addAndGet(order.facts().size());
        } else if (!before.equals(receipt)) {
            contradictions.add(new Finding(
                    Finding.Kind.DOUBLE, "Two receipts for " + order.commandId() + ": " + before + ", " + receipt));
        }
    }

    /** The orders of which it is not known whether they were recorded. */
    List<Order> open() {
        return orders.values().stream()
                .filter(order -> !receipts.containsKey(order.commandId()))
                .filter(order -> !conflicting.contains(order.commandId()))
                .toList();
    }

    List<Order> acknowledged() {
        return receipts.keySet().stream().map(orders::get).toList();
    }

    int eventsAcknowledged() {
        return eventsAcknowledged.get();
    }

    Map<UUID, Order> orders() {
        return orders;
    }

    Map<UUID, AppendReceipt> receipts() {
        return receipts;
    }

    Set<UUID> conflicting() {
        return conflicting;
    }

    Queue<Finding> contradictions() {
        return contradictions;
    }
}

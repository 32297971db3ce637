package org.stele.eventstore.append.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.eventstore.event.CommandAlreadyRecorded;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.StoredEvent;

/** Asking twice records once. */
class CommandTest {

    private final TestLedger ledger = TestLedger.on(TestDatabase.create());
    private final AppendReceipts receipts = new AppendReceipts(ledger.database().projection());

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_command_gets_a_receipt_for_its_first_event() {
        CommandKey key = TestLedger.command("RUS", "request");
        ledger.append(TestLedger.event("a.Before"));
        ledger.append(
                TestLedger.event("a.First", key.metadata(), "memberState=RUS"),
                TestLedger.event("a.Second", key.metadata(), "memberState=RUS"));
        AppendReceipt receipt = Objects.requireNonNull(receipts.find("RUS", key.commandId()));
        StoredEvent first = Objects.requireNonNull(ledger.reader().at(2));
        assertThat(receipt)
                .isEqualTo(new AppendReceipt(
                        2, first.eventId(), first.leafHash(), first.recordedAt(), 2, key.requestSha256()));
        assertThat(ledger.receiptsWithoutDatabase().find("RUS", key.commandId()))
                .isEqualTo(receipt);
        assertThat(receipts.find("RUS", UUID.randomUUID())).isNull();
        assertThat(receipts.find("CHN", key.commandId())).isNull();
        assertThat(ledger.fsck().firstWrong()).isNull();
    }

    @Test
    void the_same_command_again_gets_the_first_receipt_and_records_nothing() {
        CommandKey key = TestLedger.command("RUS", "request");
        CommandKey other = new CommandKey(
                "RUS", key.commandId(), TestLedger.command("RUS", "other").requestSha256());
        ledger.append(TestLedger.event("a.First", key.metadata()));
        for (CommandKey again : List.of(key, other)) {
            assertThatThrownBy(() -> ledger.append(TestLedger.event("a.First", again.metadata())))
                    .isInstanceOfSatisfying(
                            CommandAlreadyRecorded.class,
                            e -> assertThat(e.receipt()).isEqualTo(receipts.find("RUS", key.commandId())));
        }
        assertThat(ledger.append(TestLedger.event(
                        "a.First", new CommandKey("CHN", key.commandId(), key.requestSha256()).metadata())))
                .isEqualTo(2);
    }

    @Test
    void a_command_that_is_repeated_at_another_node_is_not_taken_for_one_that_its_own_events_forbid() {
        CommandKey key = TestLedger.command("RUS", "request");
        ledger.append(
                TestLedger.onlyIfNothingAfter(0, "notice=7"), TestLedger.event("a.B", key.metadata(), "notice=7"));
        try (TestLedger second = TestLedger.on(ledger.database())) {
            second.append(TestLedger.event("a.Other"));
            for (TestLedger node : List.of(second, ledger)) {
                assertThatThrownBy(() -> node.append(
                                TestLedger.onlyIfNothingAfter(0, "notice=7"),
                                TestLedger.event("a.B", key.metadata(), "notice=7")))
                        .isInstanceOf(CommandAlreadyRecorded.class);
            }
        }
    }

    @Test
    void of_64_threads_with_the_same_command_one_records_and_63_get_its_receipt() {
        CommandKey key = TestLedger.command("RUS", "request");
        try (TestLedger second = TestLedger.on(ledger.database())) {
            List<CompletableFuture<Long>> outcomes = IntStream.range(0, 64)
                    .parallel()
                    .mapToObj(i -> (i % 2 == 0 ? ledger : second)
                            .submit(AppendCondition.none(), List.of(TestLedger.event("a.First", key.metadata()))))
                    .toList();
            long recorded = outcomes.stream()
                    .filter(outcome -> outcome.handle((position, e) -> {
                                assertThat(e == null || cause(e) instanceof CommandAlreadyRecorded)
                                        .isTrue();
                                return e == null;
                            })
                            .join())
                    .count();
            assertThat(recorded).isEqualTo(1);
        }
        assertThat(ledger.reader().head()).isEqualTo(1);
        assertThat(ledger.fsck().firstWrong()).isNull();
    }

    private static Throwable cause(Throwable e) {
        return e.getCause() == null ? e : e.getCause();
    }
}

package org.stele.command.screening.reopening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.as;

import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Commands;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.entry.Rejected;
import org.stele.command.reading.RecordedPayload;
import org.stele.command.screening.confirmverdict.ConfirmVerdict;
import org.stele.command.screening.list.ListFiles;
import org.stele.command.screening.proposeverdict.ProposeVerdict;
import org.stele.command.screening.proposeverdict.VerdictScreenings;
import org.stele.command.screening.recordscreeningresult.FoundCandidate;
import org.stele.command.screening.recordscreeningresult.RecordScreeningResult;
import org.stele.command.screening.recordscreeningresult.ScreenedSubject;
import org.stele.command.testing.CommandServer;
import org.stele.command.testing.FreshCommandServer;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.Question;
import org.stele.events.screening.ReopeningCause;
import org.stele.events.screening.Screener;
import org.stele.events.screening.ScreenerSettings;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import tools.jackson.databind.JsonNode;

/** Verdicts on a real ledger, the list of which changes; {@code -Dscreenings=20000} measures more of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReopeningTest extends FreshCommandServer {

    private static final int SCREENINGS = Integer.getInteger("screenings", 600);
    private static final int MAX_SENT = 2_000;

    /** Of the second, version 2 changes the bytes alone. */
    private static final List<String> UNTOUCHED = List.of("KPi.501", "KPi.545");

    @Autowired
    private Commands commands;

    @Autowired
    private Reopener reopener;

    @Autowired
    @Qualifier("commandDataSource")
    private DataSource unpooled;

    @Test
    @Tag("long")
    void a_new_list_version_reopens_exactly_the_verdicts_on_what_it_removed_or_amended() {
        load(ListFiles.thousand(1));
        List<String> references = touched(0);
        screenings(references, SCREENINGS / 2);
        screenings(UNTOUCHED, SCREENINGS - SCREENINGS / 2);
        FilingId ofSubject = screenings(List.of("KPi.503"), 1).getLast();
        long before = ledger().head();

        Instant start = Instant.now();
        load(ListFiles.thousand(2));
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> ledger().head() >= before + 1 + SCREENINGS / 2);
        Duration took = Duration.between(start, Instant.now());
        System.out.printf(
                Locale.ROOT, "%,d of %,d verdicts reopened in %,d ms%n", SCREENINGS / 2, SCREENINGS, took.toMillis());

        assertThat(reopened(before)).hasSize(SCREENINGS / 2).allSatisfy(event -> {
            assertThat(event.cause()).isEqualTo(ReopeningCause.LIST_CHANGE);
            assertThat(event.listVersion()).isEqualTo(Sha256Digest.of(ListFiles.thousand(2)));
            assertThat(event.entries()).singleElement().isIn(references);
        });
        a_second_node_finds_nothing_left();
        a_change_of_the_subject_reopens_too(ofSubject);
        what_was_due_is_done_after_a_restart();
        nodes_that_race_reopen_each_verdict_once();
    }

    /** It folds the same ledger from its beginning. */
    private void a_second_node_finds_nothing_left() {
        long head = ledger().head();
        Reopener second = another();
        second.start();
        try {
            Awaitility.await().until(() -> second.seen() >= head);
        } finally {
            second.stop();
        }
        assertThat(ledger().head()).isEqualTo(head);
    }

    /** What was due when the node stopped is found again when it starts. */
    private void what_was_due_is_done_after_a_restart() {
        screenings(List.of(touched(1).getFirst()), 40);
        reopener.stop();
        long before = ledger().head();
        load(ListFiles.thousand(3));
        assertThat(reopened(before)).isEmpty();

        Reopener restarted = another();
        restarted.start();
        try {
            Awaitility.await().until(() -> reopened(before).size() >= 40);
            long head = ledger().head();
            Awaitility.await().until(() -> restarted.seen() >= head);
        } finally {
            restarted.stop();
        }
        assertThat(reopened(before)).hasSize(40);
    }

    /** Each finds the same verdicts, and sends others of them together; those that a second one has are left out. */
    private void nodes_that_race_reopen_each_verdict_once() {
        List<FilingId> lost = screenings(UNTOUCHED, 90);
        long before = ledger().head();
        List<Reopening> due = lost.stream()
                .map(id -> Reopening.ofList(
                        MemberState.NOR, id, 1, Sha256Digest.of(ListFiles.thousand(3)), List.of("KPi.501")))
                .toList();
        List<ReopeningBatch> batches = List.of(
                new ReopeningBatch(due.subList(0, 60)),
                new ReopeningBatch(due.subList(30, 90)),
                new ReopeningBatch(due.reversed()),
                new ReopeningBatch(due.subList(0, 60)));

        List<CompletableFuture<Void>> sent = batches.stream()
                .map(batch -> CompletableFuture.runAsync(() -> send(batch)))
                .toList();
        sent.forEach(CompletableFuture::join);

        assertThat(reopened(before)).extracting(ScreeningReopened::screening).containsExactlyInAnyOrderElementsOf(lost);
    }

    /** A node is told only what it is told for good. */
    private void send(ReopeningBatch batch) {
        try {
            commands.send(batch.command(CommandServer.TODAY), batch.digest());
        } catch (Rejected refusal) {
            assertThat(refusal.code()).isEqualTo("verdict-not-confirmed");
        }
    }

    private Reopener another() {
        return new Reopener(ledger(), commands, new ReopenerLock(unpooled), CommandServer.CLOCK, Duration.ofMillis(10));
    }

    private void a_change_of_the_subject_reopens_too(FilingId screening) {
        long before = ledger().head();
        String subject = subject(screening).toString();
        client().recorded("/api/v1/screening-requests", as("screening-analyst", "NOR"), """
                {"subject":"%s","subjectKind":"PERSON","question":"DESIGNATION","trigger":"SUBJECT_CHANGE"}
                """.formatted(subject));

        Awaitility.await().until(() -> reopened(before).size() == 1);
        assertThat(reopened(before).getFirst().screening()).isEqualTo(screening);
        assertThat(reopened(before).getFirst().cause()).isEqualTo(ReopeningCause.SUBJECT_CHANGE);
    }

    /** Confirmed verdicts on one entry each, in turn. */
    private List<FilingId> screenings(List<String> references, int count) {
        List<CompletableFuture<Long>> sent = new ArrayList<>();
        List<FilingId> ids = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            UUID key = UUID.randomUUID();
            FilingId screening = context(Role.SCREENING_ANALYST, key, "result").created();
            sent.add(commands.sendTogether(
                    together(screening, key, references.get(index % references.size())),
                    new CommandId(key),
                    Sha256Digest.of(key.toString().getBytes(StandardCharsets.UTF_8))));
            ids.add(screening);
            if (sent.size() == MAX_SENT) {
                sent.forEach(CompletableFuture::join);
                sent.clear();
            }
        }
        sent.forEach(CompletableFuture::join);
        return ids;
    }

    private static List<LedgerCommand> together(FilingId screening, UUID key, String reference) {
        return List.of(
                new RecordScreeningResult(
                        context(Role.SCREENING_ANALYST, key, "result"),
                        screening,
                        new ScreenedSubject(
                                subject(screening), SubjectKind.PERSON, Question.DESIGNATION, Trigger.PERIODIC),
                        Screener.STELE,
                        null,
                        null,
                        null,
                        new ScreenerSettings(null, null, null, null, null, null),
                        List.of(new FoundCandidate(
                                reference, reference, null, new BigDecimal("0.9"), null, new TreeMap<>())),
                        null),
                new ProposeVerdict(
                        context(Role.SCREENING_ANALYST, key, "proposal"),
                        new VerdictScreenings(screening, null),
                        List.of(),
                        new ProposeVerdict.WholeVerdict(Disposition.FALSE_POSITIVE, "OTHER", "Another one."),
                        null,
                        List.of(),
                        null),
                new ConfirmVerdict(context(Role.SCREENING_REVIEWER, key, "confirmation"), screening));
    }

    private static CommandContext context(Role role, UUID key, String step) {
        byte[] name = (key + step).getBytes(StandardCharsets.UTF_8);
        return new CommandContext(
                new Actor("staff-" + role.id(), role, MemberState.NOR),
                new CommandId(UUID.nameUUIDFromBytes(name)),
                CommandServer.TODAY);
    }

    private static SubjectRef subject(FilingId screening) {
        return new SubjectRef(screening.value());
    }

    private List<ScreeningReopened> reopened(long after) {
        List<ScreeningReopened> events = new ArrayList<>();
        long from = after;
        while (true) {
            List<StoredEvent> page = ledger().read(
                            Selection.types(EventTypes.name(ScreeningReopened.class)), from, ledger().head(), 1_000);
            for (StoredEvent stored : page) {
                events.add((ScreeningReopened) Objects.requireNonNull(RecordedPayload.of(stored)));
                from = stored.position();
            }
            if (page.size() < 1_000) {
                return events;
            }
        }
    }

    private void load(byte[] bytes) {
        HttpRequest.Builder request = client().request("/api/v1/list-versions")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofByteArray(bytes));
        as("registrar").forEach(request::header);
        assertThat(client().send(request).json().path("status").stringValue()).isEqualTo("CURRENT");
    }

    /** The references that a step of the lists removes or amends. */
    private static List<String> touched(int step) {
        JsonNode made = ListFiles.json("thousand/delta.json").path("steps").path(step);
        List<String> references = new ArrayList<>();
        made.path("removed").forEach(each -> references.add(each.stringValue()));
        made.path("amended")
                .forEach(each -> references.add(each.path("reference").stringValue()));
        return references;
    }
}

package org.stele.query.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.stele.events.Audience;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.StateEvent;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.TagHash;
import org.stele.eventstore.event.TypeHash;
import org.stele.eventstore.fsck.IndexEntries;
import org.stele.eventstore.fsck.Tampering;
import org.stele.query.projection.ProjectionFixture;
import org.stele.query.testing.TestLedger;
import org.stele.statefile.StateFile;
import org.stele.web.page.ViewPoint;

/** What a superuser of the database does to the tags of events that no live file holds yet: found and named by who reads them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TagsFalsifiedTest {

    private static final String RUSSIA = "memberState=RUS";

    private final TestLedger ledger = new TestLedger();
    private final HikariDataSource database = new HikariDataSource();
    private final ProjectionFixture fixture = fixture();
    private final States states = new States(
            ledger.open(), fixture.seenFiles(), fixture.laterEvents(), Clock.systemUTC(), fixture.subjects());
    private final List<Long> ofRussia = new ArrayList<>();
    private long ofNorway;
    private long head;

    private ProjectionFixture fixture() {
        database.setDataSource(ledger.database().projection());
        return new ProjectionFixture(ledger, database);
    }

    /** Filings that are folded, and behind them three of RUS and one of NOR. */
    @BeforeEach
    void filings() {
        ledger.appendTables();
        fixture.foldTo(ledger.reader().head());
        ofRussia.add(ledger.append(List.of(evidence(MemberState.RUS))));
        ofNorway = ledger.append(List.of(evidence(MemberState.NOR)));
        ofRussia.add(ledger.append(List.of(evidence(MemberState.RUS))));
        ofRussia.add(ledger.append(List.of(evidence(MemberState.RUS))));
        head = ledger.reader().head();
    }

    @AfterEach
    void close() {
        database.close();
        ledger.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void an_event_without_tags_keeps_back_its_States_view_and_nobody_elses(int which) throws Exception {
        StateFile whole = states.file(MemberState.RUS, point());
        long hidden = ofRussia.get(which);
        Tampering.leave(
                ledger.database(),
                "CREATE TABLE public.kept AS SELECT tags FROM ledger.event WHERE position = " + hidden,
                "UPDATE ledger.event SET tags = '{}' WHERE position = " + hidden);

        requireKeptBack(
                "event %s: the leaf does not follow the previous event of RUS".formatted(ofRussia.get(which + 1)));

        assertThat(states.file(MemberState.NOR, point()).evidence()).isNotEmpty();
        Tampering.leave(
                ledger.database(),
                "UPDATE ledger.event SET tags = (SELECT tags FROM public.kept) WHERE position = " + hidden);
        assertThat(states.file(MemberState.RUS, point())).isEqualTo(whole);
        assertThat(fixture.health().getDetails()).doesNotContainKey("notTrusted");
    }

    @Test
    void an_event_without_its_rows_in_the_index_of_tags_is_missed() throws Exception {
        Tampering.leave(ledger.database(), IndexEntries.deleted(ofRussia.get(1)));

        requireKeptBack("it is event");
    }

    @Test
    void an_event_of_another_State_is_not_taken_for_one_of_this() throws Exception {
        Tampering.leave(
                ledger.database(),
                "UPDATE ledger.event SET tags = tags || '%s'::text WHERE position = %s".formatted(RUSSIA, ofNorway),
                IndexEntries.added(TagHash.of(RUSSIA), ofNorway, TypeHash.of("evidence.EvidenceRecorded")));

        requireKeptBack("event %s: its tags name RUS, and its leaf NOR".formatted(ofNorway));
    }

    @Test
    void a_replay_of_one_State_from_nothing_misses_its_first_event() throws Exception {
        long first = fixture.replay().read(0, head).stream()
                .filter(event -> event.memberState() == MemberState.RUS)
                .findFirst()
                .orElseThrow()
                .position();
        Tampering.leave(ledger.database(), "UPDATE ledger.event SET tags = '{}' WHERE position = " + first);

        assertThatThrownBy(() -> fixture.replay().from(MemberState.RUS, head))
                .isInstanceOf(LedgerDamaged.class)
                .hasMessageContaining("it is event 2, and event 1 was expected");
    }

    @Test
    void what_is_folded_from_every_event_needs_no_tags() throws Exception {
        StateFile whole = states.file(MemberState.RUS, point());
        Tampering.leave(
                ledger.database(), "UPDATE ledger.event SET tags = '{}' WHERE position > " + ofRussia.getFirst());

        fixture.foldTo(head);

        assertThat(fixture.liveFiles().now().file(MemberState.RUS)).isEqualTo(whole);
    }

    private void requireKeptBack(String finding) {
        assertThatThrownBy(() -> states.file(MemberState.RUS, point()))
                .isInstanceOf(LedgerDamaged.class)
                .hasMessageContaining(finding);
        Health health = fixture.health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(health.getDetails().get("notTrusted"))).contains("RUS: event ", finding);
    }

    private static StateEvent evidence(MemberState state) {
        return new EvidenceRecorded(
                state,
                new FilingId(UUID.randomUUID()),
                EvidenceKind.PRESS,
                PartialDate.parse("2019"),
                PartialDate.parse("2020"),
                null,
                false,
                "Said by somebody.",
                null,
                null,
                false,
                null);
    }

    private ViewPoint point() {
        return new ViewPoint(ledger.today(), ledger.today(), head, Audience.AUDIT);
    }
}

package org.stele.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.evidence.EvidenceResolved;
import org.stele.query.projection.rows.ViewKey;
import org.stele.query.projection.rows.ViewsNotTrusted;
import org.stele.statefile.filed.Filed;
import org.stele.statefile.filed.StateFiles;
import org.stele.web.problem.ProblemException;

/** Changes to stored views by a superuser of the database are found, named, not served, and gone after a rebuild. */
@Tag("long")
class ViewsFalsifiedTest extends FoldedViews {

    private static final String OF_CHANGED = " WHERE id = '" + CHANGED.value() + "'";
    private static final String FIRST_OF_RUS =
            "(SELECT ctid FROM query.thing WHERE iso3 = 'RUS' AND kind = 'ATTESTATION' AND lenses & 32 <> 0"
                    + " ORDER BY first_position LIMIT 1)";

    static Stream<Arguments> changesToOneState() {
        return Stream.of(
                of(
                        "a figure in a row",
                        "UPDATE query.thing SET json = convert_to(replace(convert_from(json, 'UTF8'), '18533', '30023'), 'UTF8')"
                                + " WHERE iso3 = 'RUS'"),
                of("a row deleted", "DELETE FROM query.thing WHERE ctid = " + FIRST_OF_RUS),
                of("all rows of the State deleted", "DELETE FROM query.thing WHERE iso3 = 'RUS'"),
                of(
                        "an older row put back",
                        "UPDATE query.thing t SET json = k.json, last_position = k.last_position, mac = k.mac"
                                + " FROM public.kept k WHERE k.id = t.id AND k.lenses = t.lenses AND k.id = '"
                                + CHANGED.value() + "'"),
                of(
                        "a row added",
                        "INSERT INTO query.thing"
                                + " (generation, iso3, id, kind, lenses, first_position, last_position, json, mac) SELECT generation,"
                                + " iso3, gen_random_uuid(), kind, lenses, first_position, last_position, json, mac"
                                + " FROM query.thing" + OF_CHANGED),
                of(
                        "a row of another State",
                        "UPDATE query.thing SET iso3 = 'RUS' WHERE ctid ="
                                + " (SELECT ctid FROM query.thing WHERE iso3 = 'POL' AND lenses & 32 <> 0 ORDER BY id LIMIT 1)"),
                of("a kind that is none", "UPDATE query.thing SET kind = 'FOO'" + OF_CHANGED),
                of("a seal taken away", "UPDATE query.thing SET mac = NULL" + OF_CHANGED),
                of(
                        "a seal of another row",
                        "UPDATE query.thing SET mac = (SELECT mac FROM query.thing WHERE ctid = " + FIRST_OF_RUS + ")"
                                + OF_CHANGED),
                of("a first position moved", "UPDATE query.thing SET first_position = first_position - 1" + OF_CHANGED),
                of(
                        "the State held back",
                        "INSERT INTO query.held (generation, iso3, from_position, last_position, event_count, cause)"
                                + " SELECT generation, 'RUS', 1, 1, 1, 'so' FROM query.projection WHERE lens = 32"));
    }

    static Stream<Arguments> changesToAll() {
        return Stream.of(
                of("the position moved ahead", "UPDATE query.projection SET position = position + 1"),
                of("the position moved back", "UPDATE query.projection SET position = position - 1"),
                of("retries counted", "UPDATE query.projection SET retry_count = retry_count + 1"),
                of("another generation", "UPDATE query.projection SET generation = generation + 1"),
                of(
                        "the sums of before",
                        "UPDATE query.projection p SET sums = k.sums FROM public.kept_projection k"
                                + " WHERE k.name = p.name"),
                of("the sums taken away", "UPDATE query.projection SET sums = NULL"),
                of("the seal taken away", "UPDATE query.projection SET mac = NULL"),
                of("the row deleted", "DELETE FROM query.projection"),
                of("the table emptied", "TRUNCATE query.projection, query.thing, query.held"));
    }

    private static Arguments of(String name, String sql) {
        return Arguments.of(name, sql);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesToOneState")
    void a_change_to_one_States_rows_is_found_and_named_and_the_others_continue(String name, String sql)
            throws Exception {
        long head = fold();

        ledger.database().execute(sql);

        StateFileCache live = fixture.liveFiles();
        assertThatThrownBy(() -> live.atThisMoment().file(MemberState.RUS))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(503);
                    assertThat(refused.problem().code()).isEqualTo("views-not-trusted");
                    assertThat(refused.problem().detail()).contains("RUS");
                });
        assertThat(live.atThisMoment().all()).doesNotContainKey(MemberState.RUS);
        assertThat(live.atThisMoment().file(MemberState.CHN)).isEqualTo(replayed(MemberState.CHN, head));
        assertThat(fixture.audit(live).pass()).anyMatch(wrong -> wrong.startsWith("RUS: "));
        assertDown("RUS: ");
        assertThat(fsck().sound()).as(fsck().text()).isFalse();
        assertRebuilt(head);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesToAll")
    void a_change_to_the_projections_row_has_nothing_served_and_nothing_folded(String name, String sql)
            throws Exception {
        fold();

        ledger.database().execute(sql);
        long head = ledger.append(List.of(evidence(MemberState.NOR, UUID.randomUUID())));

        assertThatThrownBy(() -> fixture.liveFiles().atThisMoment())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("views-not-trusted"));
        assertThatThrownBy(() -> fixture.foldTo(head)).isInstanceOf(ViewsNotTrusted.class);
        assertThat(fixture.audit(fixture.liveFiles()).pass()).isNotEmpty();
        assertDown("query.projection");
        assertThat(fsck().sound()).isFalse();
        assertRebuilt(head);
    }

    @Test
    void a_change_to_what_one_audience_sees_is_found_there_and_by_the_audit() throws Exception {
        long head = fold();
        ledger.database()
                .execute("DELETE FROM query.thing WHERE iso3 = 'CHN' AND kind = 'ATTESTATION'"
                        + " AND lenses & 16 <> 0 AND lenses & 2 = 0");

        LiveFiles live = fixture.seenFiles();

        assertThatThrownBy(() -> live.now(Audience.PUBLIC).of(MemberState.CHN).file(MemberState.CHN))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> live.now(Audience.of(MemberState.NOR))
                        .of(MemberState.CHN)
                        .file(MemberState.CHN))
                .isInstanceOf(ProblemException.class);
        for (Audience untouched : List.of(Audience.AUDIT, Audience.COMMITTEE, Audience.of(MemberState.CHN))) {
            assertThat(live.now(untouched)
                            .of(MemberState.CHN)
                            .file(MemberState.CHN)
                            .attestations())
                    .isEqualTo(replayed(MemberState.CHN, head).attestations());
        }
        assertThat(fixture.audit(fixture.liveFiles()).pass()).anyMatch(wrong -> wrong.startsWith("CHN: "));
        assertDown("CHN: ");
        assertThat(fsck().sound()).isFalse();
        assertRebuilt(head);
    }

    @Test
    void rows_that_are_known_already_are_served_while_the_stored_ones_are_changed() throws Exception {
        long head = fold();
        StateFileCache live = fixture.liveFiles();
        live.atThisMoment();

        ledger.database().execute("DELETE FROM query.thing");
        long more = ledger.append(List.of(evidence(MemberState.NOR, UUID.randomUUID())));
        fixture.foldTo(more);

        assertThat(live.atThisMoment().file(MemberState.RUS)).isEqualTo(replayed(MemberState.RUS, head));
        assertThat(live.atThisMoment().file(MemberState.NOR)).isEqualTo(replayed(MemberState.NOR, more));
        assertThat(fixture.audit(live).pass()).anyMatch(wrong -> wrong.startsWith("RUS: "));
    }

    @Test
    void nothing_is_built_on_a_changed_row_and_the_other_States_are_still_folded() throws Exception {
        fold();
        ledger.database().execute("UPDATE query.thing SET json = '{}'" + OF_CHANGED);

        long head = ledger.append(List.of(
                new EvidenceResolved(MemberState.RUS, CHANGED, PartialDate.parse("2022"), "Looked into."),
                evidence(MemberState.NOR, UUID.randomUUID())));
        fixture.foldTo(head);

        StateFileCache.Files files = fixture.liveFiles().atThisMoment();
        assertThat(files.position()).isEqualTo(head);
        assertThat(files.notTrusted()).containsOnlyKeys(MemberState.RUS);
        assertThat(files.file(MemberState.NOR)).isEqualTo(replayed(MemberState.NOR, head));
        assertRebuilt(head);
    }

    @Test
    void an_older_row_upon_which_the_projection_built_is_found_by_the_next_reader() throws Exception {
        fold();
        StateFileCache live = fixture.liveFiles();
        live.atThisMoment();
        ledger.database()
                .execute("UPDATE query.thing t SET json = k.json, last_position = k.last_position, mac = k.mac"
                        + " FROM public.kept k WHERE k.id = t.id AND k.lenses = t.lenses AND k.id = '" + CHANGED.value()
                        + "'");

        long head = ledger.append(
                List.of(new EvidenceResolved(MemberState.RUS, CHANGED, PartialDate.parse("2022"), "Looked into.")));
        fixture.foldTo(head);

        assertThatThrownBy(() -> live.atThisMoment().file(MemberState.RUS)).isInstanceOf(ProblemException.class);
        assertRebuilt(head);
    }

    @Test
    void held_rows_that_were_changed_or_deleted_are_found() throws Exception {
        ledger.append(Filed.in(StateFiles.tables(), ledger.today()));
        long head = ledger.appendUnknown("attestation.Unheard", MemberState.POL);
        fixture.foldTo(head);
        assertThat(fixture.audit(fixture.liveFiles()).pass()).isEmpty();

        ledger.database().execute("UPDATE query.held SET from_position = from_position - 1");
        assertThatThrownBy(() -> fixture.liveFiles().atThisMoment().file(MemberState.POL))
                .isInstanceOf(ProblemException.class);
        ledger.database().execute("DELETE FROM query.held");
        assertThatThrownBy(() -> fixture.liveFiles().atThisMoment().file(MemberState.POL))
                .isInstanceOf(ProblemException.class);

        assertRebuilt(head);
        assertThat(fixture.heldRows().live().of(MemberState.POL)).isNotNull();
    }

    @Test
    void the_projection_continues_from_all_tables_of_an_earlier_moment() throws Exception {
        fold();
        ledger.database()
                .execute(
                        "DELETE FROM query.thing",
                        "INSERT INTO query.thing SELECT * FROM public.kept",
                        "DELETE FROM query.projection",
                        "INSERT INTO query.projection SELECT * FROM public.kept_projection");

        long head = ledger.reader().head();
        fixture.foldTo(head);

        assertThat(fixture.liveFiles().atThisMoment().file(MemberState.RUS)).isEqualTo(replayed(MemberState.RUS, head));
        assertThat(fixture.audit(fixture.liveFiles()).pass()).isEmpty();
    }

    private void assertRebuilt(long head) throws IOException {
        fixture.rebuild().run();
        StateFileCache live = fixture.liveFiles();
        for (MemberState state : List.of(MemberState.RUS, MemberState.POL, MemberState.NOR)) {
            assertThat(live.atThisMoment().file(state)).isEqualTo(replayed(state, head));
        }
        assertThat(fixture.audit(live).pass()).isEmpty();
        assertThat(fixture.findings().all()).isEmpty();
        assertThat(fsck().sound()).as(fsck().text()).isTrue();
    }

    private ViewFsck.Report fsck() throws IOException {
        Path key = directory.resolve("views-key");
        Files.writeString(key, "0".repeat(64) + "\n");
        ViewFsck.Report report = ViewFsck.run(database, ViewKey.find(key));
        assertThat(ViewFsck.run(database, ViewKey.find(key), 1)).isEqualTo(report);
        return report;
    }
}

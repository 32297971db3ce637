package org.stele.statefile.lens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.events.Audience;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;
import org.stele.events.StateEvent;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationUnpublished;
import org.stele.events.attestation.ClarificationRequested;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.statefile.Attestation;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.StateFile;
import org.stele.statefile.StateFileJson;
import org.stele.statefile.StoredRecord;
import org.stele.statefile.filed.StateFiles;

/** A file put together from the rows that an audience sees is, in every view, what the lens leaves of the whole file. */
class SeenRecordsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 6, 1);
    private static final int DAYS = 3_400;

    private static Stream<Audience> audiences() {
        return Stream.of(
                Audience.PUBLIC,
                Audience.COMMITTEE,
                Audience.AUDIT,
                Audience.CUSTODY,
                Audience.MSMT,
                Audience.of(MemberState.RUS),
                Audience.of(MemberState.NOR));
    }

    /** The filings of the tables, and after them what changes who sees a record, and what few see. */
    private static StateFile eventful(StateFile file) {
        List<LedgerEvent> events = new ArrayList<>();
        long position = file.lastPosition();
        MemberState state = file.memberState();
        for (Attestation attestation : file.attestations()) {
            FilingId id = attestation.id();
            int version = attestation.versions().getLast().number();
            events.add(event(
                    ++position,
                    new ClarificationRequested(
                            state, id, FilingId.named("question of " + id), "canary", TODAY, null, null)));
            events.add(event(++position, new AttestationUnpublished(state, id, TODAY, "A reason.")));
            if (position % 2 == 0) {
                events.add(event(++position, new AttestationPublished(state, id, version, TODAY, false, null)));
            }
        }
        events.add(event(++position, evidence(state, MonitoringBody.MSMT)));
        events.add(event(++position, evidence(state, null)));
        return file.evolve(events);
    }

    private static EvidenceRecorded evidence(MemberState state, @Nullable MonitoringBody by) {
        return new EvidenceRecorded(
                state,
                FilingId.named("evidence of " + by + " on " + state),
                EvidenceKind.PRESS,
                PartialDate.parse("2019"),
                PartialDate.parse("2020"),
                null,
                true,
                "canary",
                null,
                null,
                true,
                by);
    }

    private static LedgerEvent event(long position, StateEvent event) {
        return new LedgerEvent(position, TODAY, event);
    }

    private static StateFile stored(StateFile file, Audience audience) {
        Sight sight = Sight.of(audience, file.memberState());
        return StateFile.empty(file.memberState())
                .with(SeenRecords.changedAfter(file, 0).stream()
                        .filter(row -> sight.isIn(row.sights()))
                        .map(StoredRecord::record)
                        .toList());
    }

    @Test
    void rows_of_each_audience_give_what_the_lens_gives() {
        SplittableRandom random = new SplittableRandom(Long.getLong("seed", 20_261_130));
        Map<MemberState, StateFile> files = StateFiles.in(StateFiles.tables());
        for (StateFile filed : files.values()) {
            StateFile head = eventful(filed);
            audiences().forEach(audience -> {
                StateFile rows = stored(head, audience);
                for (int i = 0; i < 5; i++) {
                    LocalDate knownOn = FIRST_DAY.plusDays(random.nextInt(DAYS));
                    long size = random.nextLong(head.lastPosition() + 1);

                    StateFile seen = new Lens(audience).inView(rows.upTo(size), rows, knownOn, TODAY);

                    assertThat(new String(StateFileJson.write(seen), UTF_8))
                            .as("%s, %s, %s, %s", filed.memberState(), audience, knownOn, size)
                            .isEqualTo(new String(
                                    StateFileJson.write(new Lens(audience).see(head.upTo(size), head, knownOn, TODAY)),
                                    UTF_8));
                }
            });
        }
    }

    @Test
    void nobody_has_two_rows_of_one_record_and_the_projection_has_each() {
        for (StateFile filed : StateFiles.in(StateFiles.tables()).values()) {
            StateFile file = eventful(filed);
            List<StoredRecord> rows = SeenRecords.changedAfter(file, 0);
            for (Sight sight : Sight.values()) {
                assertThat(rows.stream()
                                .filter(row -> sight.isIn(row.sights()))
                                .map(row -> row.kind() + " " + row.id()))
                        .doesNotHaveDuplicates();
            }
            assertThat(rows.stream().filter(row -> Sight.RECORD.isIn(row.sights())))
                    .hasSize((int) file.records().count());
            assertThat(rows.stream()
                            .filter(row -> Sight.PUBLIC.isIn(row.sights()))
                            .map(row -> new String(row.json(), UTF_8)))
                    .noneMatch(json -> json.contains("canary"));
        }
    }
}

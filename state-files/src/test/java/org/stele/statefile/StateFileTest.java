package org.stele.statefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.NewYork;
import org.stele.events.ObligationId;
import org.stele.statefile.filed.StateFiles;
import org.stele.statefile.inview.SubmittedFiling;
import org.stele.statefile.lens.SeenRecords;
import org.stele.statefile.lens.Sight;
import org.stele.statefile.status.StateView;
import org.stele.statefile.status.TimelinessStatus;

/** The fold itself: pure, the same in any portions, and kept as JSON without a loss. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StateFileTest {

    private static final FilingId ID = OneState.id(700);
    private static final LocalDate LATER = LocalDate.parse("2022-06-01");

    private static OneState eventful() {
        return new OneState()
                .midterm(
                        "2019-03-01",
                        Says.remaining(4).baseline(9).to("2018-12").explained())
                .submitted(ID, ObligationId.REP_FIN, Says.nil().limited().withheld())
                .amended(ID, 2, Says.remaining(0).asOf("2020-01-01/2020-01-05"))
                .received(ID, 1, "2020-03")
                .received(ID, 2, "2020-04-01")
                .exemption(OneState.id(701), null, "2019", "2020-01-01")
                .scope(OneState.id(702), 4, "2020-01-01")
                .disputed(OneState.id(702), "2019-11")
                .upheld(OneState.id(702), "2021-01-01")
                .evidence(OneState.id(703), "2019", "2020", "contests")
                .notice(OneState.id(704), "2019-05", "2019-06-01")
                .withdrawn(ID, "2022-01-01");
    }

    @Test
    void a_file_is_the_same_folded_at_once_or_one_by_one() {
        StateFile oneByOne = StateFile.empty(OneState.STATE);
        for (LedgerEvent event : eventful().events()) {
            oneByOne = oneByOne.evolve(event);
        }

        assertThat(oneByOne).isEqualTo(eventful().file());
        assertThat(StateFileJson.digest(oneByOne))
                .isEqualTo(StateFileJson.digest(eventful().file()));
    }

    @Test
    void a_file_is_not_changed_by_what_is_folded_on_top() {
        OneState state = new OneState().midterm("2019-03-01", Says.remaining(4));
        StateFile before = state.file();
        byte[] bytes = StateFileJson.write(before);

        StateFile after = before.evolve(new LedgerEvent(
                9,
                OneState.IMPORTED_ON,
                state.evidence(ID, "2019", "2020", "").events().getLast().event()));

        assertThat(StateFileJson.write(before)).isEqualTo(bytes);
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void a_file_at_an_earlier_size_is_a_part_of_it_and_what_was_folded_then() {
        List<LedgerEvent> events = eventful().events();
        StateFile whole = eventful().file();
        for (int size = 0; size <= events.size(); size++) {
            StateFile then = StateFile.empty(OneState.STATE).evolve(events.subList(0, size));

            assertThat(whole.upTo(size)).isEqualTo(then);
            assertThat(StateFileJson.digest(whole.upTo(size))).isEqualTo(StateFileJson.digest(then));
        }
    }

    @Test
    void a_second_receipt_counts_from_its_own_position_on() {
        OneState state = new OneState()
                .submitted(ID, ObligationId.REP_MID, Says.remaining(4))
                .received(ID, 1, "2019-03-01")
                .received(ID, 1, "2019-04-01");

        assertThat(StateView.of(state.file().upTo(2), LATER, LATER)
                        .midtermReport()
                        .status())
                .isEqualTo(TimelinessStatus.MET_ON_TIME);
        assertThat(StateView.of(state.file().upTo(3), LATER, LATER)
                        .midtermReport()
                        .status())
                .isEqualTo(TimelinessStatus.MET_LATE);
    }

    @Test
    void a_file_put_together_from_its_stored_things_is_the_same_file() {
        StateFile file = eventful().file();
        StateFile before = file.upTo(6);

        assertThat(StateFile.empty(OneState.STATE).with(storedAfter(file, 0))).isEqualTo(file);
        assertThat(before.with(storedAfter(file, 6))).isEqualTo(file);
    }

    private static List<FiledRecord> storedAfter(StateFile file, long position) {
        return SeenRecords.changedAfter(file, position).stream()
                .filter(thing -> Sight.RECORD.isIn(thing.sights()))
                .map(StoredRecord::record)
                .toList();
    }

    @Test
    void a_file_comes_back_from_JSON_as_it_was() {
        StateFile file = eventful().file();

        assertThat(StateFileJson.read(StateFileJson.write(file))).isEqualTo(file);
        assertThat(StateFiles.in(StateFiles.tables()))
                .hasSize(193)
                .allSatisfy((state, filed) -> assertThat(StateFileJson.read(StateFileJson.write(filed)))
                        .isEqualTo(filed));
    }

    @Test
    void every_event_changes_the_digest() {
        StateFile file = StateFile.empty(OneState.STATE);
        for (LedgerEvent event : eventful().events()) {
            StateFile next = file.evolve(event);
            assertThat(StateFileJson.digest(next)).isNotEqualTo(StateFileJson.digest(file));
            file = next;
        }
    }

    @Test
    void an_event_about_another_state_is_refused() {
        LedgerEvent event = eventful().events().getFirst();

        assertThatThrownBy(() -> StateFile.empty(MemberState.NOR).evolve(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expected an event about NOR");
    }

    @Test
    void an_event_out_of_order_is_refused() {
        StateFile file = eventful().file();
        LedgerEvent event = eventful().events().getFirst();

        assertThatThrownBy(() -> file.evolve(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fold the events in the ledger's order");
    }

    @Test
    void an_event_that_names_what_is_not_on_record_is_refused() {
        assertThatThrownBy(() -> new OneState().received(ID, 1, "2019").file())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not on record");
        assertThatThrownBy(() -> new OneState()
                        .submitted(ID, ObligationId.REP_MID, Says.nothing())
                        .received(ID, 2, "2019")
                        .file())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no version 2");
    }

    @Test
    void a_filing_is_submitted_until_the_committee_has_it() {
        OneState state = new OneState().on("2019-03-01").submitted(ID, ObligationId.REP_MID, Says.remaining(4));

        assertThat(state.at("2019-02-28").submitted()).isEmpty();
        assertThat(state.at("2019-03-01").submitted())
                .containsExactly(new SubmittedFiling(ID, ObligationId.REP_MID, 1, LocalDate.parse("2019-03-01")));
        assertThat(state.at("2019-03-01").midtermReport().status()).isEqualTo(TimelinessStatus.OPEN);
        state.on("2019-03-09").received(ID, 1, "2019-03-01");
        assertThat(state.at("2019-03-01").submitted()).isEmpty();
        assertThat(state.at("2019-03-01").midtermReport().status()).isEqualTo(TimelinessStatus.MET_ON_TIME);
    }

    @Test
    void an_amendment_is_submitted_beside_the_version_that_counts() {
        OneState state = new OneState()
                .on("2019-03-01")
                .submitted(ID, ObligationId.REP_MID, Says.remaining(4))
                .received(ID, 1, "2019-03-01")
                .on("2019-05-01")
                .amended(ID, 2, Says.remaining(3));

        assertThat(state.at("2019-05-01").submitted())
                .singleElement()
                .extracting(SubmittedFiling::version)
                .isEqualTo(2);
        assertThat(state.at("2019-05-01").inView().attestations())
                .singleElement()
                .extracting(reading -> reading.version().number())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-12-22T04:59:59Z, 2019-12-21",
        "2019-12-22T05:00:00Z, 2019-12-22",
        "2019-07-01T03:59:59Z, 2019-06-30",
        "2019-07-01T04:00:00Z, 2019-07-01"
    })
    void an_instant_is_its_calendar_date_in_New_York(String instant, String day) {
        assertThat(NewYork.dayOf(Instant.parse(instant))).hasToString(day);
    }
}

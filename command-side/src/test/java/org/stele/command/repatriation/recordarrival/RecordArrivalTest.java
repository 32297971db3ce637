package org.stele.command.repatriation.recordarrival;

import static org.stele.command.repatriation.PersonsOnRecord.MAY;
import static org.stele.command.repatriation.PersonsOnRecord.TWO;
import static org.stele.command.testing.People.LONG_AGO;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.NOW;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TOMORROW;
import static org.stele.command.testing.People.focalPoint;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.PAPER;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.SliceTest;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.repatriation.ArrivalRecorded;

class RecordArrivalTest extends SliceTest {

    RecordArrivalTest() {
        super(new RecordArrivalSlice().recordArrival());
    }

    @Test
    void an_arrival_is_recorded_as_received_today() {
        RecordArrival command = arrival(signatory(), MAY, null);

        given().when(command).recorded(recorded(command, NORWAY, NOW));
    }

    @Test
    void a_registrar_enters_an_old_arrival_of_any_state() {
        RecordArrival command =
                new RecordArrival(registrar(), SWEDEN, PersonsCategory.ATTACHE, TWO, MAY, LONG_AGO, PAPER);

        given().when(command).recorded(recorded(command, SWEDEN, LONG_AGO));
    }

    @Test
    void a_registrar_names_the_state() {
        given().when(arrival(registrar(), MAY, null)).malformed("memberState");
    }

    @Test
    void a_state_may_state_no_day_but_today_and_no_source() {
        given().when(arrival(signatory(), MAY, LONG_AGO)).forbidden("date-not-allowed");
        given().when(new RecordArrival(signatory(), null, PersonsCategory.WORKER, TWO, MAY, null, PAPER))
                .forbidden("source-not-allowed");
    }

    @Test
    void an_arrival_today_is_recorded_and_one_tomorrow_is_malformed() {
        RecordArrival today = arrival(signatory(), NOW, null);

        given().when(today).recorded(recorded(today, NORWAY, NOW));
        given().when(arrival(signatory(), TOMORROW, null)).malformed("arrived");
    }

    @Test
    void a_focal_point_may_not_record() {
        given().when(arrival(focalPoint(), MAY, null)).notAllowed();
    }

    private static RecordArrival arrival(CommandContext entry, PartialDate arrived, @Nullable PartialDate received) {
        return new RecordArrival(entry, null, PersonsCategory.WORKER, TWO, arrived, received, null);
    }

    private static ArrivalRecorded recorded(RecordArrival command, MemberState state, PartialDate received) {
        return new ArrivalRecorded(
                state,
                command.filing(),
                command.category(),
                command.count(),
                command.arrived(),
                received,
                command.source());
    }
}

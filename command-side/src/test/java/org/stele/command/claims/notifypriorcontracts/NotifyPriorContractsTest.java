package org.stele.command.claims.notifypriorcontracts;

import static org.stele.command.testing.People.LONG_AGO;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.NOW;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TOMORROW;
import static org.stele.command.testing.People.focalPoint;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.Role;
import org.stele.events.claims.PriorContractsNotified;

class NotifyPriorContractsTest extends SliceTest {

    private static final PartialDate END = PartialDate.parse("2018-09");

    NotifyPriorContractsTest() {
        super(new NotifyPriorContractsSlice().notifyPriorContracts());
    }

    @Test
    void a_state_notifies_today_also_without_a_number() {
        given().when(notify(signatory(), null, new PersonsCount(24), null))
                .recorded(notified(signatory(), NORWAY, new PersonsCount(24), NOW));
        given().when(notify(signatory(), null, null, null)).recorded(notified(signatory(), NORWAY, null, NOW));
    }

    @Test
    void a_registrar_enters_an_old_notification_of_any_state() {
        given().when(notify(registrar(), SWEDEN, null, LONG_AGO))
                .recorded(notified(registrar(), SWEDEN, null, LONG_AGO));
        given().when(notify(registrar(), null, null, null)).malformed("memberState");
        given().when(notify(registrar(), SWEDEN, null, TOMORROW)).malformed("received");
    }

    @Test
    void a_state_names_neither_a_state_nor_another_day() {
        given().when(notify(signatory(), NORWAY, null, null))
                .refused(Rejected.Kind.NOT_ALLOWED, "member-state-not-allowed");
        given().when(notify(signatory(), null, null, LONG_AGO)).forbidden("date-not-allowed");
    }

    @Test
    void nobody_else_notifies() {
        for (CommandContext entry : List.of(focalPoint(), People.of(Role.CHAIR), People.of(Role.MONITOR))) {
            given().when(notify(entry, NORWAY, null, null)).notAllowed();
        }
    }

    private static NotifyPriorContracts notify(
            CommandContext entry,
            @Nullable MemberState state,
            @Nullable PersonsCount count,
            @Nullable PartialDate received) {
        return new NotifyPriorContracts(entry, state, count, END, received);
    }

    private static PriorContractsNotified notified(
            CommandContext entry, MemberState state, @Nullable PersonsCount count, PartialDate received) {
        return new PriorContractsNotified(state, entry.created(), count, END, received);
    }
}

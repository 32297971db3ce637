package org.stele.command.claims.recordcommitteeapproval;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.TODAY;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.PersonsCount;
import org.stele.events.Role;
import org.stele.events.claims.WorkAuthorizationApproved;

class RecordCommitteeApprovalTest extends SliceTest {

    RecordCommitteeApprovalTest() {
        super(new RecordCommitteeApprovalSlice().recordCommitteeApproval());
    }

    @Test
    void the_chair_records_an_approval_of_today_or_of_an_earlier_day() {
        LocalDate day = LocalDate.of(2017, 10, 2);

        given().when(approve(People.of(Role.CHAIR), "Aid.", null)).recorded(approved(TODAY));
        given().when(approve(People.of(Role.CHAIR), "Aid.", day)).recorded(approved(day));
    }

    @Test
    void an_approval_of_tomorrow_is_malformed() {
        given().when(approve(People.of(Role.CHAIR), "Aid.", TODAY.plusDays(1))).malformed("approvedOn");
    }

    @Test
    void a_purpose_with_personal_data_is_refused() {
        given().when(approve(People.of(Role.CHAIR), "Passport 836410105", null)).forbidden("plain-personal-data");
    }

    @Test
    void nobody_else_records_an_approval() {
        for (CommandContext entry : List.of(signatory(), registrar(), People.of(Role.MONITOR))) {
            given().when(approve(entry, "Aid.", null)).notAllowed();
        }
    }

    private static RecordCommitteeApproval approve(CommandContext entry, String purpose, @Nullable LocalDate day) {
        return new RecordCommitteeApproval(entry, NORWAY, new PersonsCount(3), purpose, day);
    }

    private static WorkAuthorizationApproved approved(LocalDate day) {
        return new WorkAuthorizationApproved(NORWAY, People.of(Role.CHAIR).created(), new PersonsCount(3), "Aid.", day);
    }
}

package org.stele.command.evidence.recordevidence;

import static org.stele.command.testing.People.LONG_AGO;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.NOW;
import static org.stele.command.testing.People.TOMORROW;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.PAPER;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.Role;
import org.stele.events.SourceReference;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceMeasure;
import org.stele.events.evidence.EvidenceRecorded;

class RecordEvidenceTest extends SliceTest {

    RecordEvidenceTest() {
        super(new RecordEvidenceSlice().recordEvidence());
    }

    @Test
    void a_monitor_records_evidence_about_any_state_today() {
        RecordEvidence command = record(monitor(), MonitoringBody.MSMT, null);

        given().when(command).recorded(recorded(command, NOW));
    }

    @Test
    void a_registrar_enters_old_evidence_for_no_body() {
        RecordEvidence command = record(registrar(), null, LONG_AGO);

        given().when(command).recorded(recorded(command, LONG_AGO));
    }

    @Test
    void a_monitor_names_the_body() {
        given().when(record(monitor(), null, null)).malformed("body");
    }

    @Test
    void a_monitor_may_state_no_day_but_today() {
        given().when(record(monitor(), MonitoringBody.MSMT, LONG_AGO)).forbidden("date-not-allowed");
    }

    @Test
    void the_panel_records_on_its_last_day_and_not_on_the_day_after() {
        LocalDate last = LocalDate.of(2024, 4, 30);
        RecordEvidence onLastDay = record(People.on(Role.MONITOR, last), MonitoringBody.PANEL, null);

        given().when(onLastDay).recorded(recorded(onLastDay, PartialDate.of(last)));
        given().when(record(People.on(Role.MONITOR, last.plusDays(1)), MonitoringBody.PANEL, null))
                .forbidden("panel-mandate-ended");
        given().when(record(monitor(), MonitoringBody.PANEL, null)).forbidden("panel-mandate-ended");
    }

    @Test
    void what_the_figure_counts_and_that_it_is_confidential_is_recorded() {
        RecordEvidence command = new RecordEvidence(
                monitor(),
                NORWAY,
                MonitoringBody.MSMT,
                EvidenceKind.MSMT_REPORT,
                LONG_AGO,
                null,
                new PersonsCount(5),
                true,
                "Five were seen.",
                PAPER,
                EvidenceMeasure.DEPARTED,
                true);

        given().when(command)
                .recorded(new EvidenceRecorded(
                        NORWAY,
                        command.filing(),
                        EvidenceKind.MSMT_REPORT,
                        LONG_AGO,
                        NOW,
                        new PersonsCount(5),
                        true,
                        "Five were seen.",
                        PAPER,
                        EvidenceMeasure.DEPARTED,
                        true,
                        MonitoringBody.MSMT));
    }

    @Test
    void a_report_of_the_panel_is_received_up_to_its_last_day() {
        RecordEvidence last = report(EvidenceKind.PANEL_REPORT, "2024-04-30");

        given().when(last).recorded(recorded(last, PartialDate.parse("2024-04-30")));
        given().when(report(EvidenceKind.PANEL_REPORT, "2024-05-01")).forbidden("panel-mandate-ended");
    }

    @Test
    void a_report_of_the_msmt_is_received_from_its_first_month_on() {
        RecordEvidence first = report(EvidenceKind.MSMT_REPORT, "2024-10");

        given().when(first).recorded(recorded(first, PartialDate.parse("2024-10")));
        given().when(report(EvidenceKind.MSMT_REPORT, "2024-09-30")).forbidden("msmt-not-established");
        given().when(report(EvidenceKind.PRESS, "2024-09-30"))
                .recorded(recorded(report(EvidenceKind.PRESS, "2024-09-30"), PartialDate.parse("2024-09-30")));
    }

    @Test
    void titles_and_addresses_are_searched_for_personal_data() {
        given().when(from("Passport 836410105", "https://example.org/")).forbidden("plain-personal-data");
        given().when(from("A list", "https://example.org/passport-836410105.pdf"))
                .forbidden("plain-personal-data");
        given().when(from("A list", "https://example.org/836410105.pdf"))
                .recorded(recorded(from("A list", "https://example.org/836410105.pdf"), NOW));
    }

    private static RecordEvidence report(EvidenceKind kind, String received) {
        PartialDate day = PartialDate.parse(received);
        return new RecordEvidence(
                registrar(), NORWAY, null, kind, LONG_AGO, day, null, false, "Five were seen.", PAPER);
    }

    private static RecordEvidence from(String title, String address) {
        return new RecordEvidence(
                registrar(),
                NORWAY,
                null,
                EvidenceKind.PRESS,
                LONG_AGO,
                null,
                null,
                false,
                "Five were seen.",
                new SourceReference(title, address, null));
    }

    @Test
    void evidence_of_tomorrow_is_malformed() {
        given().when(new RecordEvidence(
                        registrar(), NORWAY, null, EvidenceKind.PRESS, TOMORROW, null, null, true, "Seen.", null))
                .malformed("asOf");
    }

    @Test
    void plain_personal_data_is_refused() {
        given().when(new RecordEvidence(
                        registrar(),
                        NORWAY,
                        null,
                        EvidenceKind.PRESS,
                        NOW,
                        null,
                        null,
                        true,
                        "Passport 836410105",
                        null))
                .forbidden("plain-personal-data");
    }

    @Test
    void a_state_records_no_evidence() {
        given().when(record(signatory(), null, null)).notAllowed();
    }

    private static CommandContext monitor() {
        return People.of(Role.MONITOR);
    }

    private static RecordEvidence record(
            CommandContext entry, @Nullable MonitoringBody body, @Nullable PartialDate received) {
        return new RecordEvidence(
                entry,
                NORWAY,
                body,
                EvidenceKind.PRESS,
                LONG_AGO,
                received,
                new PersonsCount(5),
                true,
                "Five were seen.",
                PAPER);
    }

    private static EvidenceRecorded recorded(RecordEvidence command, PartialDate received) {
        return new EvidenceRecorded(
                NORWAY,
                command.entry().created(),
                command.kind(),
                command.asOf(),
                received,
                command.figure(),
                command.contests(),
                command.statement(),
                command.source(),
                command.measure(),
                command.confidential(),
                command.body());
    }
}

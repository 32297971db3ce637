package org.stele.command.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.signatory;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.command.testing.CommandServer;
import org.stele.events.MemberState;
import org.stele.events.Tags;
import org.stele.eventstore.event.Selection;

/** The check page repeats what was understood and shows possible mistakes, and does not prevent filing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FilingDoubtsTest extends CommandServer {

    private static final String HEADING = "Please look again at these answers";

    @Test
    void numbers_and_dates_are_said_back_as_they_were_understood() {
        FilledForm form = FilledForm.attestation(client(), "MCO")
                .with("baselineCount", "1 200")
                .with("repatriatedCount", "1,150")
                .with("remainingCount", "50")
                .with("periodFrom", "22.12.2018")
                .with("periodTo", "December 22, 2019");

        String check = checked(form);

        assertThat(check)
                .contains("1,200 <span class=\"quiet\">(you wrote: 1 200)</span>")
                .contains("<dd class=\"typed\">1,150</dd>", "<dd class=\"typed\">50</dd>")
                .contains("22 December 2018 <span class=\"quiet\">(you wrote: 22.12.2018)</span>")
                .contains("22 December 2019 <span class=\"quiet\">(you wrote: December 22, 2019)</span>")
                .contains("name=\"baselineCount\" value=\"1 200\"")
                .doesNotContain(HEADING);
        assertThat(form.press("send").statusCode()).isEqualTo(303);
        assertThat(new String(
                        ledger().read(Selection.all(), head() - 1, head(), 1)
                                .getFirst()
                                .payload(),
                        StandardCharsets.UTF_8))
                .contains("\"count\":1200", "\"repatriated\":1150", "\"2018-12-22\"", "\"2019-12-22\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "periodTo       | 03/04/2019 | 03/04/2019 may be 3 April 2019 or 4 March 2019. Write 2019-04-03 or"
                        + " 2019-03-04.",
                "remainingCount | 1.200      | 1.200 may be a whole number or a fraction. Write 1200 if that is meant.",
                "remainingCount | 1,20       | Expected a whole number from 0 to 10,000,000",
                "periodFrom     | 22/12/19   | the year in four digits"
            })
    void what_can_be_read_in_two_ways_is_refused_with_what_to_write(String question, String answer, String words) {
        String page = FilledForm.attestation(client()).with(question, answer).refused("check");

        assertThat(FilledForm.linked(page)).containsExactly(question);
        assertThat(page).contains(words, "value=\"" + answer + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "baselineCount=12,repatriatedCount=15,remainingCount=4 | The figures do not add up: 12 - 15 &lt;&gt;"
                        + " 4.",
                "baselineCount=12,repatriatedCount=8,remainingCount=5,baselineBasis=UPPER_BOUND | The figures do not"
                        + " add up: 12 - 8 &lt;&gt; 5.",
                "declaredNil=true,baselineCount=12 | Nil is declared, and 12 workers are stated at the start.",
                "declaredNil=true,repatriatedCount=15 | Nil is declared, and 15 workers are stated as repatriated.",
                "declaredNil=true,remainingCount=1,periodTo=2019 | Nil is declared, and 1 worker is stated as"
                        + " remaining.",
                "declaredNil=true,assertsMoreThanHalf=true | Nil is declared, and more than half",
                "periodFrom=2017 | Nothing is stated: no figure, no nil and no words.",
                "declaredNil=true,periodTo=2030 | This day has not come: 2030. Today is 20 November 2026.",
                "declaredNil=true,periodTo=1 March 2027 | This day has not come: 1 March 2027.",
                "remainingCount=0,remainingAsOf=2027-01 | This day has not come: January 2027.",
                "declaredNil=true,periodTo=2016 | 2016 is before 22 December 2017",
                "baselineCount=12,repatriatedCount=15 | More were repatriated, 15, than there were at the start, 12.",
                "baselineCount=12,remainingCount=13,periodTo=2019 | More remain, 13, than there were at the start, 12.",
                "baselineCount=12,repatriatedCount=6,assertsMoreThanHalf=true | 6 of 12 are not more than half.",
                "obligation=REP-MID,baselineCount=12,repatriatedCount=5 | Fewer than half were repatriated, 5 of 12,"
                        + " and it is not said why",
                "remainingCount=3 | A number remains, and no day is stated for it",
                "summary=Some words.,remainingAsOf=2019 | A day is stated for the number remaining, 2019, and no"
                        + " number.",
                "baselineCount=12,baselineBasis=NOT_DISCLOSED | The number at the start is stated, 12, and said not to"
                        + " be disclosed.",
                "summary=Some words.,baselineBasis=PERMITS | It is said what the number at the start counts, and no"
                        + " number is stated."
            })
    void what_does_not_add_up_is_named_once_and_can_be_recorded_all_the_same(String answers, String words) {
        FilledForm form = filled(FilledForm.attestation(client(), "ISL"), answers);

        assertThat(checked(form)).containsOnlyOnce(words).contains(HEADING, "you can record them as they are");
        assertThat(form.press("send").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "declaredNil=true",
                "declaredNil=true,remainingCount=0",
                "baselineCount=12,repatriatedCount=8,remainingCount=4,periodTo=2019-12-22",
                "baselineCount=12,repatriatedCount=8,remainingCount=3,periodTo=2019,baselineBasis=UPPER_BOUND",
                "baselineBasis=NOT_DISCLOSED,repatriatedCount=823,assertsMoreThanHalf=true",
                "obligation=REP-MID,baselineCount=12,repatriatedCount=6",
                "obligation=REP-MID,baselineCount=12,repatriatedCount=5,explanation=No flights.",
                "obligation=OTHER,summary=A letter.,periodTo=2016"
            })
    void what_adds_up_is_not_doubted(String answers) {
        assertThat(checked(filled(FilledForm.attestation(client(), untouched()), answers)))
                .doesNotContain(HEADING);
    }

    @Test
    void a_second_final_report_is_asked_about_with_the_entry_of_the_first_until_that_is_withdrawn() {
        String state = untouched();
        String first = client().created(
                        "/api/v1/attestations", signatory(state), "{\"obligation\":\"REP-FIN\",\"declaredNil\":true}");
        long entry = head();
        String shown = String.format(Locale.ROOT, "%,d", entry);

        assertThat(checked(nil(state, "REP-FIN")))
                .contains("Entry %s is a final report already: amend it?".formatted(shown))
                .contains("<a href=\"/events/%s\">See entry %s</a>".formatted(entry, shown));
        assertThat(checked(nil(state, "REP-MID"))).doesNotContain(HEADING);
        assertThat(checked(nil(untouched(), "REP-FIN"))).doesNotContain(HEADING);
        assertThat(checked(nil(state, "OTHER"))).doesNotContain(HEADING);

        client().recorded(
                        "/api/v1/attestations/" + first + "/withdrawal",
                        signatory(state),
                        "{\"reason\":\"a mistake\"}");
        assertThat(checked(nil(state, "REP-FIN"))).doesNotContain(HEADING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count=0 | The notice says that 0 persons left.",
                "departed=6 December 2016 | 6 December 2016 is before 22 December 2017",
                "destination=NOR | The destination is the State that they are said to have left.",
                "destination=CHN,basis=ARRIVED | their return is proved, and the destination is not",
                "visaClass=D-1 No 48213 | never the number of somebody",
                "sector=12345 | state the code of the sector"
            })
    void what_may_not_be_meant_in_a_notice_is_named(String answers, String words) {
        assertThat(checked(filled(FilledForm.notice(client()), answers))).contains(words, HEADING);
    }

    @Test
    void a_form_keeps_what_was_typed_when_the_reader_returns_to_it() {
        String page = client().send(client().request("/file/attestation").header("Accept", "text/html"))
                .response()
                .body();

        assertThat(page).doesNotContain("autocomplete=\"off\"");
    }

    /** A State of which nothing is recorded yet: the ledger is that of all tests. */
    private static String untouched() {
        long head = head();
        return Arrays.stream(MemberState.values())
                .filter(state -> state != MemberState.PRK)
                .filter(state -> ledger().read(Selection.tag(Tags.MEMBER_STATE + "=" + state.iso3()), 0, head, 1)
                        .isEmpty())
                .map(MemberState::iso3)
                .findFirst()
                .orElseThrow();
    }

    private FilledForm nil(String state, String obligation) {
        return FilledForm.attestation(client(), state)
                .with("obligation", obligation)
                .with("declaredNil", "true");
    }

    private static FilledForm filled(FilledForm form, String answers) {
        for (String answer : List.of(answers.split(","))) {
            String[] parts = answer.split("=", 2);
            form.with(parts[0], parts[1]);
        }
        return form;
    }

    private static String checked(FilledForm form) {
        HttpResponse<String> page = form.press("check");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }
}

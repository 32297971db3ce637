package org.stele.command.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.command.testing.CommandServer;

/** What is wrong with a form stands beside the question, what was typed comes back, and nothing reaches the ledger. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FilingFormTest extends CommandServer {

    private static final String NUL = "\0";

    private long headBefore;

    @BeforeEach
    void remember_the_head() {
        headBefore = head();
    }

    @AfterEach
    void nothing_was_recorded() {
        assertThat(head()).isEqualTo(headBefore);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "obligation      | ''                           | This field is required.",
                "obligation      | REPAT                        | No attestation answers REPAT",
                "obligation      | REP-NEVER                    | No obligation has the id",
                "periodFrom      | 2019-02-30                   | No calendar has",
                "periodTo        | 2019-13                      | No calendar has",
                "remainingAsOf   | 2020-04-10/2020-03-26        | runs backwards",
                "remainingAsOf   | tomorrow                     | Expected",
                "remainingCount  | -1                           | Expected a whole number from 0 to 10,000,000",
                "remainingCount  | 10000001                     | Expected a whole number from 0 to 10,000,000",
                "remainingCount  | 99999999999999999999999      | Expected",
                "remainingCount  | 1.5                          | Expected",
                "remainingCount  | none                         | Expected",
                "repatriatedCount| -9223372036854775808         | Expected",
                "baselineBasis   | GUESS                        | Expected one of",
                "visibility      | SECRET                       | Expected one of",
                "explanation     | Passport 836410105 was shown | the number of a travel document",
                "dataLimit       | Ask ann@example.org for it   | an e-mail address",
                "summary         | He was born on 12 March 1980 | a date of birth",
            })
    void a_wrong_answer_of_an_attestation_is_named_and_kept(String question, String answer, String words) {
        String page = FilledForm.attestation(client()).with(question, answer).refused("check");

        assertIsNamed(page, question, words);
        boolean isChosen = page.contains("<select id=\"" + question);
        assertThat(isChosen || page.contains("value=\"" + answer) || page.contains(answer + "</textarea>"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "category    | ''                    | This field is required.",
                "category    | TOURIST               | Expected one of",
                "count       | ''                    | State how many persons left",
                "count       | -12                   | Expected a whole number from 0",
                "count       | 10000001              | Expected a whole number from 0",
                "departed    | ''                    | This field is required.",
                "departed    | 2019-02-30            | No calendar has",
                "departed    | 2019-12-06/2019-12-01 | runs backwards",
                "departed    | 2026-11-21            | Expected a date that has begun by today, 2026-11-20",
                "destination | ''                    | This field is required.",
                "destination | ZZZ                   | Expected the ISO 3166-1 alpha-3 code",
                "mode        | ROCKET                | Expected one of",
                "basis       | HEARD                 | Expected one of",
                "visaClass   | D-1, for one year     | Expected 1 to 100 of the characters",
                "sector      | Construction (ISIC F) | Expected 1 to 100 of the characters",
            })
    void a_wrong_answer_of_a_notice_is_named(String question, String answer, String words) {
        String page = FilledForm.notice(client()).with(question, answer).refused("check");

        assertIsNamed(page, question, words);
    }

    private static void assertIsNamed(String page, String question, String words) {
        assertThat(FilledForm.linked(page)).containsExactly(question);
        assertThat(page).contains("id=\"" + question + "\"", "id=\"" + question + "-error\"", words);
    }

    @Test
    void a_period_that_runs_backwards_is_named() {
        String page = FilledForm.attestation(client())
                .with("periodFrom", "2019-12-22")
                .with("periodTo", "2018-12-22")
                .refused("check");

        assertIsNamed(page, "periodTo", "The period runs backwards");
    }

    @ParameterizedTest
    @CsvSource({"explanation, 10000", "dataLimit, 4000", "summary, 4000"})
    void a_text_has_its_limit_on_either_side(String question, int most) {
        FilledForm form = FilledForm.attestation(client());

        HttpResponse<String> fits = form.with(question, "a".repeat(most)).press("check");
        String page = form.with(question, "a".repeat(most + 1)).refused("check");

        assertThat(fits.statusCode()).isEqualTo(200);
        assertIsNamed(
                page,
                question,
                String.format(Locale.ROOT, "Expected at most %,d characters, got %,d.", most, most + 1));
        assertThat(page).contains("a".repeat(most + 1));
    }

    @Test
    void what_is_wrong_is_told_at_once_in_the_order_of_the_form() {
        FilledForm form = FilledForm.attestation(client())
                .with("visibility", "SECRET")
                .with("remainingCount", "none")
                .with("periodTo", "2019-02-30")
                .without("obligation");

        for (String step : new String[] {"check", "send"}) {
            assertThat(FilledForm.linked(form.refused(step)))
                    .containsExactly("obligation", "periodTo", "remainingCount", "visibility");
        }
    }

    @Test
    void what_the_rules_refuse_is_told_at_once_too() {
        String texts = FilledForm.attestation(client())
                .with("summary", "Passport AB1234567")
                .with("explanation", "Write to ann@example.org")
                .refused("check");
        String departure = FilledForm.notice(client())
                .with("destination", "ZZZ")
                .with("departed", "2027")
                .refused("check");

        assertThat(FilledForm.linked(texts)).containsExactly("explanation", "summary");
        assertThat(FilledForm.linked(departure)).containsExactly("departed", "destination");
    }

    @Test
    void nothing_typed_is_lost_and_nothing_typed_is_markup() {
        FilledForm form = FilledForm.attestation(client())
                .with("periodTo", "2019-02-30")
                .with("declaredNil", "true")
                .with("baselineBasis", "PERMITS")
                .with("remainingCount", "\"><script>alert(1)</script>")
                .with("explanation", "First line\r\nsecond <b>line</b> & more")
                .with("visibility", "WITHHELD");

        assertHoldsAllThatWasTyped(form.refused("check"));
        assertHoldsAllThatWasTyped(form.press("change").body());
    }

    private static void assertHoldsAllThatWasTyped(String page) {
        assertThat(page)
                .contains("<option value=\"REP-FIN\" selected>")
                .contains("<option value=\"PERMITS\" selected>", "<option value=\"WITHHELD\" selected>")
                .contains("value=\"2019-02-30\"")
                .containsPattern("name=\"declaredNil\" value=\"true\" checked")
                .contains("First line\nsecond &lt;b&gt;line&lt;/b&gt; &amp; more</textarea>")
                .contains("value=\"&#34;>&lt;script")
                .doesNotContain("<script>alert", "<b>line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explanation", "summary", "periodTo", "remainingCount"})
    void a_character_that_nobody_sees_is_named_and_comes_back_as_a_mark(String question) {
        for (String control : new String[] {NUL, "\u001b", "\u0085", "\u202E", "\u2066", "\u200B", "\u00AD"}) {
            String page = FilledForm.attestation(client())
                    .with(question, "a" + control + "b")
                    .refused("check");

            assertThat(FilledForm.linked(page)).containsExactly(question);
            assertThat(page).doesNotContain(control).contains(String.format(Locale.ROOT, "a⟨U+%04X⟩b", (int)
                    control.charAt(0)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ED%A0%80", "%ED%B0%80%ED%A0%80", "%C0%80", "%FF", "%E2%82", "%zz", "%"})
    void bytes_that_are_no_text_are_refused_whole(String encoded) {
        FilledForm form = FilledForm.attestation(client());
        String body = form.encoded("send") + "&explanation=a" + encoded + "b";

        HttpResponse<String> page =
                form.send(form.request("send").header("Origin", form.origin()).POST(BodyPublishers.ofString(body)));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("<h1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "6f1c2d3e4a5b4c6d8e7f901234567890", "../../etc/passwd", "\0"})
    void a_form_that_was_not_made_here_is_refused(String commandId) {
        HttpResponse<String> page =
                FilledForm.attestation(client()).with("commandId", commandId).press("send");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("This form was not made here.");
        assertThat(FilledForm.attestation(client())
                        .without("commandId")
                        .press("send")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_post_that_is_no_form_too_long_or_for_no_form_is_refused() {
        FilledForm form = FilledForm.attestation(client());

        assertThat(form.send(form.request("send")
                                .setHeader("Content-Type", "application/json")
                                .header("Origin", form.origin()))
                        .statusCode())
                .isEqualTo(415);
        assertThat(form.with("summary", "a".repeat(1 << 20)).press("send").statusCode())
                .isEqualTo(413);
        assertThat(form.send(client().request("/file/verdict").header("Accept", "text/html"))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/file/receipt/NOR/6f1c2d3e-4a5b-4c6d-8e7f-901234567890",
                "/file/receipt/XYZ/6f1c2d3e-4a5b-4c6d-8e7f-901234567890",
                "/file/receipt/NOR/1",
                "/file/receipt/NOR/%2e%2e%2f",
                "/file/receipt/%00/1",
                "/file/receipt/NOR",
                "/file/attestation/more"
            })
    void an_address_without_a_receipt_says_so(String path) {
        HttpResponse<String> page = client().send(client().request(path).header("Accept", "text/html"))
                .response();

        assertThat(page.statusCode()).isBetween(400, 404);
        assertThat(page.body()).doesNotContain("\tat ", "Exception");
    }
}

package org.stele.command.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.signatory;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.command.testing.Client;
import org.stele.command.testing.CommandServer;
import org.stele.eventstore.event.StoredEvent;
import tools.jackson.databind.JsonNode;

/** From the answers to the receipt: read once more, recorded once, and by nobody else's browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FilingRecordedTest extends CommandServer {

    @Test
    void an_attestation_is_checked_recorded_and_has_a_receipt() {
        long before = head();
        FilledForm form = FilledForm.attestation(client())
                .with("periodTo", "2019-12-22")
                .with("remainingCount", "0")
                .with("declaredNil", "true")
                .with("explanation", "All <b>have</b> left.\r\nNobody remains.");

        HttpResponse<String> check = form.press("check");

        assertThat(check.statusCode()).isEqualTo(200);
        assertThat(check.body())
                .contains("<h1>Check the attestation</h1>", "Nothing has been recorded yet.", "Not submitted")
                .contains(
                        "<p class=\"for\">For Norway, by NOR-PM-1</p>",
                        "<dd class=\"typed\">0</dd>",
                        "<dd class=\"typed\">Yes</dd>")
                .contains("All &lt;b>have&lt;/b> left.\nNobody remains."
                        .replace(">have", "&gt;have")
                        .replace("/b>", "/b&gt;"));
        assertThat(head()).isEqualTo(before);

        StoredEvent event = recorded(form);
        assertThat(event.position()).isEqualTo(before + 1);
        assertThat(event.type()).isEqualTo("attestation.AttestationSubmitted");
        JsonNode payload = Client.JSON.readTree(event.payload());
        assertThat(payload.at("/content/workers/remaining").asInt(-1)).isZero();
        assertThat(payload.at("/content/explanation").stringValue())
                .isEqualTo("All <b>have</b> left.\nNobody remains.");
        assertThat(event.metadata()).containsValue("NOR-PM-1");
    }

    @Test
    void a_notice_is_recorded_and_has_a_receipt() {
        StoredEvent event = recorded(FilledForm.notice(client())
                .with("mode", "AIR")
                .with("basis", "LEFT")
                .with("visaClass", "D-1")
                .with("sector", "ISIC F"));

        assertThat(event.type()).isEqualTo("repatriation.RepatriationNoticeRecorded");
        assertThat(event.state()).isEqualTo("NOR");
        JsonNode content = Client.JSON.readTree(event.payload()).get("content");
        assertThat(content.get("basis").stringValue()).isEqualTo("LEFT");
        assertThat(content.get("visaClass").stringValue()).isEqualTo("D-1");
        assertThat(content.get("sector").stringValue()).isEqualTo("ISIC F");
    }

    /** The event of a form that must be recorded; its receipt must say where it is. */
    private StoredEvent recorded(FilledForm form) {
        HttpResponse<String> sent = form.press("send");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        StoredEvent event = Objects.requireNonNull(ledger().at(head()));
        String receipt = page(location(sent));
        assertThat(receipt)
                .contains("role=\"status\"", String.format(Locale.ROOT, "<strong>%,d</strong>", event.position()))
                .contains(event.leafHash().hex(), "Id of the filing")
                .contains("href=\"/events/" + event.position());
        assertThat(new String(event.payload(), StandardCharsets.UTF_8))
                .contains(receipt.replaceAll("(?s).*Id of the filing</dt><dd><code>([0-9a-f-]{36}).*", "$1"));
        return event;
    }

    @Test
    void pressing_twice_or_many_times_at_once_records_one_event() throws Exception {
        long before = head();
        FilledForm form = FilledForm.attestation(client()).with("remainingCount", "3");
        String first = location(form.press("send"));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(IntStream.range(0, 8)
                    .mapToObj(time -> (Callable<HttpResponse<String>>) () -> form.press("send"))
                    .toList())) {
                assertThat(location(answer.get())).isEqualTo(first);
            }
        }

        assertThat(head()).isEqualTo(before + 1);
    }

    @Test
    void other_answers_under_the_same_form_are_refused_and_kept() {
        FilledForm form = FilledForm.attestation(client()).with("remainingCount", "3");
        String receipt = location(form.press("send"));
        long before = head();

        String page = form.with("remainingCount", "4").refused("send");

        assertThat(page)
                .contains("This form was recorded before, with other answers.", receipt, "value=\"4\"")
                .doesNotContain("Idempotency-Key");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_receipt_names_an_id_only_for_what_was_put_on_record() {
        String attestation = client().created("/api/v1/attestations", signatory("NOR"), "{\"obligation\":\"OTHER\"}");
        Map<String, String> headers = signatory("NOR");
        client().recorded("/api/v1/attestations/" + attestation + "/withdrawal", headers, "{\"reason\":\"a mistake\"}");

        String receipt = page("/file/receipt/NOR/" + headers.get("Idempotency-Key"));

        assertThat(receipt)
                .contains("Leaf hash", String.format(Locale.ROOT, "<strong>%,d</strong>", head()))
                .doesNotContain("Id of the filing");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,           -,                          -",
                "-,           null,                       -",
                "-,           http://evil.example,        -",
                "-,           http://127.0.0.1,           -",
                "-,           https://SELF,               -",
                "-,           http://SELF.evil.example,   -",
                "-,           http://SELF/,               -",
                "-,           http://user@SELF,           -",
                "-,           not an origin,              -",
                "-,           http://evil.example,        evil.example",
                "cross-site,  http://SELF,                -",
                "same-site,   http://SELF,                -",
                "cross-site,  http://evil.example,        -",
                "same-origin, http://evil.example,        -",
                "same-origin, null,                       -",
                "none,        http://evil.example,        -"
            })
    void a_form_that_another_site_posts_is_refused(
            @Nullable String site, @Nullable String origin, @Nullable String forwardedHost) {
        FilledForm form = FilledForm.attestation(client());
        long before = head();

        HttpResponse<String> page = form.send(from(form, site, origin, forwardedHost));

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("posted from another site");
        assertThat(head()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-,http://SELF", "same-origin,http://SELF", "same-origin,-"})
    void a_form_that_our_own_page_posts_is_taken(@Nullable String site, @Nullable String origin) {
        FilledForm form = FilledForm.attestation(client());

        assertThat(form.send(from(form, site, origin, null)).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAAAAAAAAAAAAAAAAAAAA", "-"})
    void a_form_that_no_page_of_ours_holds_is_shown_again_and_not_recorded(String seal) {
        FilledForm form = FilledForm.attestation(client()).with("remainingCount", "17");
        String own = FilledForm.notice(client()).encoded("send");
        long before = head();

        HttpResponse<String> page = (seal.equals("-") ? form.without("seal") : form.with("seal", seal)).press("send");
        HttpResponse<String> ofAnother =
                form.with("seal", own.replaceAll(".*seal=([^&]*).*", "$1")).press("send");

        assertThat(List.of(page.statusCode(), ofAnother.statusCode())).containsOnly(403);
        assertThat(page.body()).contains("it was not made here", "value=\"17\"");
        assertThat(head()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Forwarded", "X-Forwarded-For", "x-real-ip", "Via", "X-Forwarded-Prefix", "CF-Connecting-IP"})
    void a_form_that_came_through_a_proxy_names_nobody(String header) {
        FilledForm form = FilledForm.attestation(client());
        long before = head();

        HttpResponse<String> page =
                form.send(from(form, null, "http://SELF", null).header(header, "for=127.0.0.1"));

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("believed from this machine alone");
        assertThat(head()).isEqualTo(before);
    }

    private static HttpRequest.Builder from(
            FilledForm form, @Nullable String site, @Nullable String origin, @Nullable String forwardedHost) {
        HttpRequest.Builder request = form.request("send");
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin.replace("SELF", form.origin().substring("http://".length())));
        }
        if (forwardedHost != null) {
            request.header("X-Forwarded-Host", forwardedHost);
        }
        return request;
    }

    private static String location(HttpResponse<String> sent) {
        return sent.headers().firstValue("Location").orElseThrow();
    }

    private String page(String path) {
        HttpResponse<String> page = client().send(client().request(path).header("Accept", "text/html"))
                .response();
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }
}

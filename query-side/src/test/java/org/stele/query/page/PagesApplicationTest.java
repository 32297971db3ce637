package org.stele.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.stele.query.testing.QuerySideWithoutSignIn;
import org.stele.query.testing.QuerySources;
import org.stele.query.testing.TestLedger;

/** The pages of the query side, on a real database with what States really filed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SpringBootTest(
        classes = {QuerySideWithoutSignIn.class, QuerySources.class, PagesApplicationTest.Surroundings.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PagesApplicationTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean(destroyMethod = "close")
        TestLedger testLedger() {
            TestLedger ledger = new TestLedger();
            ledger.appendTables();
            return ledger;
        }

        @Bean
        Clock queryClock() {
            return Clock.fixed(Instant.parse("2026-11-24T03:30:00Z"), ZoneOffset.UTC);
        }
    }

    private static final String DEADLINE = "effectiveOn=2019-12-22&knownOn=2019-12-22";
    private static final Pattern POSITION = Pattern.compile("id=\"entry-(\\d+)\"");
    private static final Pattern LASTING =
            Pattern.compile("<a href=\"([^\"]*)\">The address that keeps showing this view</a>");
    private static final Pattern NEXT = Pattern.compile("<a href=\"([^\"]*)\" rel=\"next\"");
    private static final Pattern PREVIOUS = Pattern.compile("<a href=\"([^\"]*)\" rel=\"prev\"");

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void the_board_shows_what_was_known_on_the_day() throws Exception {
        assertThat(page("/?" + DEADLINE))
                .contains("Russian Federation: In progress", "Cambodia: No information", "known on the same day");
        assertThat(page("/?effectiveOn=2019-12-23&knownOn=2019-12-23"))
                .contains("Russian Federation: Not reported complete");
    }

    @Test
    void a_page_that_names_no_view_is_of_today_in_new_york() throws Exception {
        assertThat(page("/")).contains("as of 23 November 2026, known on the same day");
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/?show=REP-MID&utm_source=mail&UTM_Campaign=x&fbclid=1&gclid=2, /?show=REP-MID",
        "/states/RUS?effectiveOn=2019-12-22&treeSize=100, /states/RUS?",
        "/events?effectiveOn=2019-12-22&knownOn=2019-12-22&limit=50, /events?limit=50"
    })
    void only_an_address_that_names_the_whole_view_is_said_to_show_the_same_for_ever(String path, String kept)
            throws Exception {
        String html = page(path);

        assertThat(html).contains("does not name all of its dates").doesNotContain("it will show the same, unless");
        String lasting = link(LASTING, html);
        assertThat(lasting)
                .startsWith(kept.replaceFirst("\\?.*", ""))
                .contains("effectiveOn=", "knownOn=", "treeSize=")
                .contains(kept.replaceFirst("[^?]*\\??", ""))
                .doesNotContain("utm_", "UTM_", "clid");
        assertThat(page(lasting)).contains("it will show the same, unless").doesNotContain("does not name all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/board?utm_source=mail", "/api/v1/events?fbclid=1", "/?utm=1", "/?colour=red"})
    void a_parameter_that_nothing_reads_is_refused_but_for_marks_of_links_on_pages(String path) throws Exception {
        assertThat(get(path, "Accept", "*/*").statusCode()).isEqualTo(400);
    }

    @Test
    void an_event_with_a_figure_that_others_worked_out_says_so() throws Exception {
        assertThat(page("/events?state=RUS")).contains("Some figure of this entry was worked out by others");
        assertThat(page("/events?state=NOR")).doesNotContain("†");
    }

    @Test
    void an_event_says_when_it_was_recorded_as_its_leaf_does() throws Exception {
        assertThat(page("/events?limit=1"))
                .containsPattern("<time class=\"event-time\" datetime=\"[0-9T:-]{19}\\.[0-9]{6}Z\">")
                .containsPattern("<dd class=\"mono\">[0-9T:-]{19}\\.[0-9]{6}Z</dd>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/states/RUS", "/events", "/due", "/screenings", "/screenings/due", "/list-versions"})
    void a_page_is_sent_once_to_a_reader_who_keeps_it(String path) throws Exception {
        HttpResponse<String> first = get(path + "?" + DEADLINE, "Accept", "text/html");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = get(path + "?" + DEADLINE, "If-None-Match", tag);
        HttpResponse<String> other = get(path + "?effectiveOn=2019-12-21&knownOn=2019-12-22", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?effectiveOn=2019-02-30",
                "/?show=SCORE",
                "/?treeSize=1000000",
                "/states/RUS?knownOn=yesterday",
                "/?effectiveOn=%ED%A0%80",
                "/states/RUS?%FF=1",
                "/events?type=%C0%80",
                "/events?after=-1",
                "/events?limit=501",
                "/events?state=russia",
                "/events?type=Anything",
                "/due?code=LATE",
                "/due?from=none",
                "/screenings?status=LOST",
                "/screenings/due?status=CONFIRMED",
                "/screenings/none?with=this",
                "/list-versions?from=-1"
            })
    void a_view_that_cannot_be_shown_is_refused_in_words(String path) throws Exception {
        HttpResponse<String> answer = get(path, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<h1>This page cannot be shown</h1>");
    }

    @Test
    void a_state_that_is_none_of_the_193_is_not_found() throws Exception {
        HttpResponse<String> answer = get("/states/XXX", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>Page not found</h1>", "No Member State has this code.");
    }

    @Test
    void fields_that_were_left_blank_are_as_good_as_absent() throws Exception {
        assertThat(get("/events?state=&type=&treeSize=", "Accept", "text/html").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events?limit=7", "/events?limit=3&state=RUS", "/events?limit=2&type=claims.ScopeClaimed"})
    void following_the_links_forwards_and_back_meets_every_event_once(String first) throws Exception {
        List<Long> forwards = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        for (String link = first; !link.isEmpty(); link = link(NEXT, pages.getLast())) {
            pages.add(page(link));
            forwards.addAll(positions(pages.getLast()));
        }
        List<Long> backwards = new ArrayList<>();
        for (String html = pages.getLast(); ; html = page(link(PREVIOUS, html))) {
            backwards.addAll(positions(html).reversed());
            if (link(PREVIOUS, html).isEmpty()) {
                break;
            }
        }

        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(forwards).isSorted().doesNotHaveDuplicates();
        assertThat(backwards.reversed()).isEqualTo(forwards);
    }

    @Test
    void an_event_is_shown_with_its_exact_bytes() throws Exception {
        String html = page("/events?limit=1");

        assertThat(html)
                .contains("{\"metadata\":{", "{\"commitment\":\"", "Leaf hash")
                .contains("<details open>");
    }

    @Test
    void an_event_has_an_address_of_its_own() throws Exception {
        String html = page("/events/2?treeSize=3");

        assertThat(html)
                .contains("{\"metadata\":{", "{\"commitment\":\"", "Leaf hash", "/api/v1/events/2/proof")
                .containsPattern("href=\"/events/1\\?[^\"]*\" rel=\"prev\"")
                .containsPattern("href=\"/events/3\\?[^\"]*\" rel=\"next\"");
        assertThat(page("/events/3?treeSize=3")).doesNotContain("rel=\"next\"");
        assertThat(page("/events?limit=2&treeSize=3")).containsPattern("href=\"/events/2\\?");
    }

    @ParameterizedTest
    @CsvSource({"/events/4?treeSize=3, 404", "/events/999999, 404", "/events/0, 400", "/events/x, 400"})
    void an_address_without_an_event_says_what_there_is(String path, int status) throws Exception {
        assertThat(get(path, "Accept", "text/html").statusCode()).isEqualTo(status);
    }

    @Test
    void text_is_compressed_for_those_who_take_it() throws Exception {
        HttpResponse<String> answer = get("/", "Accept-Encoding", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    private static List<Long> positions(String html) {
        return POSITION.matcher(html)
                .results()
                .map(match -> Long.valueOf(match.group(1)))
                .toList();
    }

    private static String link(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        return matcher.find() ? matcher.group(1).replace("&amp;", "&") : "";
    }

    private String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> get(String path, String header, String value)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return http.send(HttpRequest.newBuilder(uri).header(header, value).build(), BodyHandlers.ofString());
    }
}

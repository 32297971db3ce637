package org.stele.command.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stele.command.testing.Client;
import org.stele.web.testing.HeaderActors;

/** A form that was opened as a browser opens it, and is being filled in. */
final class FilledForm {

    private static final Pattern COMMAND_ID = Pattern.compile("name=\"commandId\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern SEAL = Pattern.compile("name=\"seal\" value=\"([\\w-]{22})\"");
    private static final Pattern LINKED = Pattern.compile("<li><a href=\"#(\\w+)\">");

    private final Client client;
    private final String path;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final String state;

    private FilledForm(Client client, String state, String path) {
        this.client = client;
        this.state = state;
        this.path = path;
    }

    /** An attestation that could be recorded as it stands. */
    static FilledForm attestation(Client client) {
        return attestation(client, "NOR");
    }

    /** The same of another State. */
    static FilledForm attestation(Client client, String state) {
        return opened(client, state, "/file/attestation").with("obligation", "REP-FIN");
    }

    /** A notice that could be recorded as it stands. */
    static FilledForm notice(Client client) {
        return opened(client, "NOR", "/file/repatriation-notice")
                .with("category", "WORKER")
                .with("count", "12")
                .with("departed", "2019-11")
                .with("destination", "PRK");
    }

    private static FilledForm opened(Client client, String state, String path) {
        HttpResponse<String> page = client.send(as(state, client.request(path)).header("Accept", "text/html"))
                .response();
        assertThat(page.statusCode()).isEqualTo(200);
        Matcher id = COMMAND_ID.matcher(page.body());
        assertThat(id.find()).isTrue();
        Matcher seal = SEAL.matcher(page.body());
        assertThat(seal.find()).isTrue();
        return new FilledForm(client, state, path)
                .with("commandId", id.group(1))
                .with("seal", seal.group(1));
    }

    FilledForm with(String question, String answer) {
        fields.put(question, answer);
        return this;
    }

    FilledForm without(String question) {
        fields.remove(question);
        return this;
    }

    /** The page that comes of pressing a button: check, change or send. */
    HttpResponse<String> press(String step) {
        return send(request(step).header("Origin", origin()));
    }

    /** The page of a form that must come back with errors. */
    String refused(String step) {
        HttpResponse<String> page = press(step);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(422);
        return page.body();
    }

    /** The same post without a word on where it comes from. */
    HttpRequest.Builder request(String step) {
        return as(state, client.request(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(encoded(step)));
    }

    private static HttpRequest.Builder as(String state, HttpRequest.Builder request) {
        return request.header(HeaderActors.USER, state + "-PM-1")
                .header(HeaderActors.ROLE, "signatory")
                .header(HeaderActors.STATE, state);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> page = client.send(request).response();
        assertThat(page.statusCode()).as(page.body()).isLessThan(500);
        assertThat(page.body()).doesNotContain("\tat ", "Exception", "org.stele.", "java.lang");
        return page;
    }

    String encoded(String step) {
        return fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                + "&step=" + step;
    }

    String origin() {
        URI here = client.request("/").build().uri();
        return here.getScheme() + "://" + here.getRawAuthority();
    }

    /** The questions that the summary of errors leads to, in its order. */
    static List<String> linked(String page) {
        return LINKED.matcher(page)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}

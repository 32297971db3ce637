package org.stele.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stele.standalone.Attempt.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running program with the demonstration's accounts, and canaries where few may see them. */
final class MatrixSite implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** The State that has the secrets, and two others. */
    static final String OWNER = "MOZ";

    static final String OTHER = "NOR";

    private static final String PRESENT = "\"obligation\": \"REP-FIN\", \"remainingCount\": 3";

    final RunningApplication stele;
    final HttpClient http = HttpClient.newHttpClient();
    final URI origin;
    final List<Caller> callers;
    final List<Canary> canaries = new ArrayList<>();
    private final Map<String, String> ids = new LinkedHashMap<>();

    final List<Long> positions = new ArrayList<>();

    private MatrixSite(RunningApplication stele, Path credentials) throws IOException {
        this.stele = stele;
        this.origin = URI.create(stele.url(""));
        this.callers = Caller.all(credentials);
    }

    static MatrixSite start(Path directory) throws Exception {
        Path home = directory.resolve("home");
        RunningApplication stele = RunningApplication.start(
                        RunningApplication.jar("standalone", "stele.jar"),
                        directory,
                        Map.of(
                                "STELE_HOME",
                                home.toString(),
                                "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE",
                                "health,projection,held,metrics,mappings"))
                .awaitHealthy();
        MatrixSite site = new MatrixSite(stele, home.resolve("demo-credentials.json"));
        try {
            site.plant();
            return site;
        } catch (Exception | AssertionError e) {
            site.close();
            throw e;
        }
    }

    Caller caller(String role, String state) {
        return callers.stream()
                .filter(one -> one.role().equals(role) && one.state().equals(state))
                .findFirst()
                .orElseThrow();
    }

    Answer send(Attempt attempt) throws IOException, InterruptedException {
        return attempt.send(http, origin);
    }

    /** What was recorded here under a name. */
    String id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    long head() throws Exception {
        return stele.json("/api/v1/events?limit=1").path("treeSize").asLong();
    }

    /** Sends what has to be recorded; the id of the receipt. */
    String record(Caller caller, String path, String body) throws Exception {
        Answer answer = send(Attempt.post(caller, path, body));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer + " " + answer.text());
        }
        JsonNode receipt = JSON.readTree(answer.bytes());
        JsonNode one = receipt.has("receipts") ? receipt.path("receipts").path(0) : receipt;
        positions.add(one.path("position").asLong());
        return one.path("id").asString("");
    }

    private Canary canary(String what, Predicate<Caller> seenBy) {
        Canary canary = Canary.of(what, seenBy);
        canaries.add(canary);
        return canary;
    }

    private static boolean seesFilings(Caller caller) {
        return caller.isAuditing() || caller.isOfCommittee() || caller.isOf(OWNER);
    }

    private void plant() throws Exception {
        plantReports();
        plantClaimsAndEvidence();
        plantScreening();
        Canary official = canary("official", MatrixSite::seesFilings);
        record(
                caller("registrar", ""),
                "/api/v1/accreditations",
                "{\"official\": \"%s\", \"role\": \"focal-point\", \"memberState\": \"%s\"}"
                        .formatted(official.text(), OWNER));
    }

    /** One report that is withheld, with a question about it, and one that is not received yet. */
    private void plantReports() throws Exception {
        Caller signatory = caller("signatory", OWNER);
        Caller registrar = caller("registrar", "");
        String withheld = record(
                signatory,
                "/api/v1/attestations",
                "{%s, \"explanation\": \"%s\", \"summary\": \"%s\"}"
                        .formatted(
                                PRESENT,
                                canary("explanation", MatrixSite::seesFilings).text(),
                                canary("summary", MatrixSite::seesFilings).text()));
        ids.put("attestation", withheld);
        record(
                registrar,
                "/api/v1/attestations/" + withheld + "/receipt",
                "{\"version\": 1, \"reference\": \"%s\"}"
                        .formatted(canary("reference", MatrixSite::seesFilings).text()));
        record(
                registrar,
                "/api/v1/attestations/" + withheld + "/withholding",
                "{\"reason\": \"%s\"}"
                        .formatted(
                                canary("withholding", MatrixSite::seesFilings).text()));
        ids.put(
                "clarification",
                record(
                        caller("chair", ""),
                        "/api/v1/attestations/" + withheld + "/clarification-requests",
                        "{\"question\": \"%s\"}"
                                .formatted(canary("question", MatrixSite::seesFilings)
                                        .text())));
        record(
                signatory,
                "/api/v1/clarification-requests/" + id("clarification") + "/answer",
                "{\"answer\": \"%s\"}"
                        .formatted(canary("answer", MatrixSite::seesFilings).text()));
        ids.put(
                "unreceived",
                record(
                        signatory,
                        "/api/v1/attestations",
                        "{\"obligation\": \"REP-MID\", \"remainingCount\": 9, \"explanation\": \"%s\"}"
                                .formatted(canary("unreceived", MatrixSite::seesFilings)
                                        .text())));
    }

    private void plantClaimsAndEvidence() throws Exception {
        Caller signatory = caller("signatory", OWNER);
        // Sealed: even the State reads it nowhere yet.
        ids.put("protected", claim(signatory, "REFUGEE_LAW", canary("protected", caller -> caller.isOf(OWNER))));
        ids.put("claim", claim(signatory, "NATIONAL_LAW", canary("exemption", MatrixSite::seesFilings)));
        ids.put(
                "evidence",
                evidence(
                        "monitor",
                        "MSMT",
                        canary(
                                "msmt",
                                caller -> caller.isAuditing()
                                        || caller.isOfCommittee()
                                        || caller.role().equals("monitor"))));
        evidence("registrar", null, canary("confidential", caller -> caller.isAuditing() || caller.isOfCommittee()));
    }

    private String claim(Caller signatory, String ground, Canary summary) throws Exception {
        return record(
                signatory,
                "/api/v1/exemption-claims",
                "{\"ground\": \"%s\", \"count\": 2, \"effectiveOn\": \"2019-12-22\", \"summary\": \"%s\"}"
                        .formatted(ground, summary.text()));
    }

    private String evidence(String role, @Nullable String body, Canary statement) throws Exception {
        return record(caller(role, ""), "/api/v1/evidence", """
                {"memberState": "%s", %s "kind": "PRESS", "asOf": "2025-03", "confidential": true, "contests": false,
                 "statement": "%s"}
                """.formatted(
                        OWNER, body == null ? "" : "\"body\": \"" + body + "\",", statement.text()));
    }

    private void plantScreening() throws Exception {
        Canary rationale = canary("rationale", caller -> caller.isAuditing() || caller.isOf(OWNER));
        Caller analyst = caller("screening-analyst", OWNER);
        String screening = record(analyst, "/api/v1/screenings", """
                {"subject": "5b1f7c0e-3a62-4d3c-9b58-0a4e6f1d2c73", "subjectKind": "PERSON", "question": "DESIGNATION",
                 "trigger": "ONBOARDING", "algorithm": "logic-v1", "algorithmVersion": "1.4.0", "threshold": 0.7,
                 "cutoff": 0.5, "limit": 10,
                 "candidates": [{"entryReference": "KPi.001", "score": 0.82, "features": {"name": 0.9}}]}
                """);
        ids.put("screening", screening);
        record(analyst, "/api/v1/screenings/" + screening + "/verdict", """
                {"candidates": [{"entry": "KPi.001", "disposition": "FALSE_POSITIVE", "reasonCode": "OTHER_PERSON",
                 "rationale": "%s"}]}
                """.formatted(rationale.text()));
    }

    /** The doors of the running application: method and pattern. */
    List<String> doors() throws Exception {
        List<String> doors = new ArrayList<>();
        stele.json("/actuator/mappings").findValues("requestMappingConditions").forEach(door -> {
            List<String> methods = new ArrayList<>();
            door.path("methods").forEach(method -> methods.add(method.asString()));
            door.path("patterns")
                    .forEach(pattern -> (methods.isEmpty() ? List.of("*") : methods)
                            .forEach(method -> doors.add(method + " " + pattern.asString())));
        });
        return doors.stream().distinct().sorted().toList();
    }

    /** A command as the document of the API describes it. */
    record Command(String operation, String path, String example) {

        boolean actsOnSomething() {
            return path.contains("{");
        }

        /** The address of what it acts on. */
        String on(String id) {
            return path.replaceAll("\\{[^}]*}", id);
        }
    }

    /** The commands, by their doors. */
    Map<String, Command> commands() throws Exception {
        Map<String, Command> commands = new TreeMap<>();
        stele.json("/v3/api-docs")
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode body = method.getValue()
                            .path("requestBody")
                            .path("content")
                            .path("application/json");
                    if (body.has("examples")) {
                        commands.put(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                new Command(
                                        method.getValue().path("operationId").asString(),
                                        path.getKey(),
                                        body.at("/examples/example/value").toString()));
                    }
                }));
        return commands;
    }

    @Override
    public void close() {
        stele.close();
    }
}

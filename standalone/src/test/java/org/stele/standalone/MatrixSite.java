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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.stele.standalone.Attempt.Answer;
import org.stele.standalone.Caller.Way;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running program with everybody who asks it, and canaries where few may see them. */
final class MatrixSite implements AutoCloseable {

    /** The State that has the secrets, and another. */
    static final String OWNER = "MOZ";

    static final String OTHER = "NOR";

    private static final String PROGRAM = Canary.PREFIX + "program";

    final RunningApplication stele;
    final Path home;
    final List<Caller> callers;
    final List<Canary> canaries = new ArrayList<>();
    final List<Long> positions = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI origin;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, Long> places = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();

    private MatrixSite(RunningApplication stele, Path home) throws Exception {
        this.stele = stele;
        this.home = home;
        this.origin = URI.create(stele.url(""));
        this.callers = MatrixPeople.all(stele.url(""), home.resolve("demo-credentials.json"), PROGRAM);
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
                        "health,projection,held,metrics,mappings"));
        try {
            MatrixSite site = new MatrixSite(stele.awaitHealthy(), home);
            site.canaries.add(Canary.literally(PROGRAM, site::isOwnerOfProgram));
            new MatrixPlants(site).plant();
            return site;
        } catch (Exception | AssertionError e) {
            stele.close();
            throw e;
        }
    }

    private boolean isOwnerOfProgram(Caller caller) {
        return caller.isOf(OWNER) && caller.role().equals("signatory") && caller.way() == Way.SESSION;
    }

    /** Who asks by a token of their own. */
    Caller caller(String role, String state) {
        return callers.stream()
                .filter(one -> one.way() == Way.TOKEN
                        && one.role().equals(role)
                        && one.state().equals(state))
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

    /** Where that was recorded. */
    long position(String name) {
        return Objects.requireNonNull(places.get(name), name);
    }

    List<String> ids() {
        return List.copyOf(ids.values());
    }

    void name(String name, String id) {
        ids.put(name, id);
    }

    long head() throws Exception {
        return stele.json("/api/v1/events?limit=1").path("treeSize").asLong();
    }

    /** The key of the command that recorded it. */
    String commandOf(String name) {
        return Objects.requireNonNull(keys.get(name), name);
    }

    /** The types of events recorded after a size; but for digests of the access log, which the program records by itself. */
    List<String> recordedSince(long size) throws Exception {
        return stele.json("/api/v1/events?limit=1000&after=" + size).path("events").findValuesAsString("type").stream()
                .filter(type -> !type.equals("custody.AccessLogDigested"))
                .toList();
    }

    /** Sends what has to be recorded, and names it. */
    void record(String name, Caller caller, String path, String body) throws Exception {
        String key = UUID.randomUUID().toString();
        Answer answer = send(Attempt.post(caller, path, body).with(Map.of("Idempotency-Key", key)));
        keys.put(name, key);
        if (answer.status() != 201) {
            throw new IllegalStateException(answer + " " + answer.text());
        }
        JsonNode receipt = JsonMapper.shared().readTree(answer.bytes());
        JsonNode one = receipt.has("receipts") ? receipt.path("receipts").path(0) : receipt;
        positions.add(one.path("position").asLong());
        places.put(name, one.path("position").asLong());
        ids.put(name, one.path("id").asString(""));
    }

    /** The doors of the running application: method and pattern. */
    Set<String> doors() throws Exception {
        Set<String> doors = new TreeSet<>();
        stele.json("/actuator/mappings").findValues("requestMappingConditions").forEach(door -> {
            List<String> methods = new ArrayList<>();
            door.path("methods").forEach(method -> methods.add(method.asString()));
            door.path("patterns")
                    .forEach(pattern -> (methods.isEmpty() ? List.of("*") : methods)
                            .forEach(method -> doors.add(method + " " + pattern.asString())));
        });
        return doors;
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
                    JsonNode body = method.getValue().at("/requestBody/content/application~1json");
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

    /** The names of the parameters in the addresses of the API, by their doors. */
    Map<String, List<String>> parameters() throws Exception {
        Map<String, List<String>> parameters = new TreeMap<>();
        stele.json("/v3/api-docs").path("paths").properties().forEach(path -> {
            JsonNode reading = path.getValue().path("get");
            if (!reading.isMissingNode()) {
                List<String> names = new ArrayList<>();
                reading.path("parameters").forEach(one -> {
                    if (one.path("in").asString().equals("query")) {
                        names.add(one.path("name").asString());
                    }
                });
                parameters.put("GET " + path.getKey(), names);
            }
        });
        return parameters;
    }

    @Override
    public void close() {
        stele.close();
    }
}

package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.stele.standalone.Attempt.Answer;
import org.stele.standalone.MatrixDoors.Kind;
import org.stele.standalone.MatrixSite.Command;

/**
 * Every door of the application against everybody who may ask, for their own State and for others, as themselves and as the public:
 * nobody passes who may not, and nobody is told what is not for them. {@code -Dmatrix.attempts} tries as many more, at random.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(OrderAnnotation.class)
class MatrixCampaign {

    private static final int MORE = Integer.getInteger("matrix.attempts", 0);
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

    /** These are in no view: they are read with a reason. */
    private static final Set<String> SEALED = Set.of("canary-protected", "canary-rationale");

    @TempDir
    static Path directory;

    private static MatrixSite site;
    private static int attempts;

    @BeforeAll
    static void start() throws Exception {
        site = MatrixSite.start(directory);
    }

    @AfterAll
    static void stop() {
        System.out.println("MatrixCampaign: " + attempts + " attempts");
        site.close();
    }

    @Test
    @Order(1)
    void every_door_of_the_running_application_is_classified() throws Exception {
        Map<String, Command> commands = site.commands();
        Set<String> doors = new TreeSet<>(site.doors());

        assertThat(commands.values().stream().map(Command::operation))
                .containsExactlyInAnyOrderElementsOf(MatrixDoors.COMMANDS.keySet());
        Set<String> known = new TreeSet<>(MatrixDoors.OTHERS.keySet());
        known.addAll(commands.keySet());
        assertThat(doors).isEqualTo(known);
    }

    @Test
    @Order(2)
    void no_command_is_taken_from_whoever_may_not_give_it() throws Exception {
        long before = site.head();
        for (Command command : site.commands().values()) {
            Set<String> roles = MatrixDoors.COMMANDS.getOrDefault(command.operation(), Set.of());
            for (Caller caller : site.callers) {
                if (!roles.contains(caller.role())) {
                    for (String id : MatrixPaths.targets(site, command)) {
                        Answer answer = check(Attempt.post(caller, command.on(id), command.example()));
                        assertThat(answer.status()).as("%s", answer).isEqualTo(caller.token() == null ? 401 : 403);
                    }
                }
            }
        }
        assertThat(site.head()).isEqualTo(before);
    }

    /** Another State's thing is answered byte for byte as one that is not there. */
    @Test
    @Order(3)
    void another_States_thing_is_not_there_for_whoever_may_act_on_those_of_a_State() throws Exception {
        long before = site.head();
        int compared = 0;
        for (Command command : site.commands().values()) {
            Set<String> roles = MatrixDoors.COMMANDS.getOrDefault(command.operation(), Set.of());
            String target = MatrixPaths.target(site, command);
            if (!command.actsOnSomething() || target.equals(MatrixPaths.absent(command))) {
                continue;
            }
            for (Caller caller : site.callers) {
                if (roles.contains(caller.role()) && caller.isOfState() && !caller.isOf(MatrixSite.OWNER)) {
                    requireSame(
                            check(Attempt.post(caller, command.on(target), command.example())),
                            target,
                            check(Attempt.post(caller, command.on(MatrixPaths.absent(command)), command.example())),
                            MatrixPaths.absent(command));
                    compared++;
                }
            }
        }
        for (Caller caller : site.callers) {
            if (!caller.isAuditing() && !caller.isOf(MatrixSite.OWNER)) {
                for (String path :
                        List.of("/api/v1/screenings/ID", "/screenings/ID", "/api/v1/screenings/ID/lookback?with=ID")) {
                    String screening = site.id("screening");
                    String absent = UUID.randomUUID().toString();
                    requireSame(
                            check(Attempt.get(caller, path.replace("ID", screening))),
                            screening,
                            check(Attempt.get(caller, path.replace("ID", absent))),
                            absent);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(40);
        assertThat(site.head()).isEqualTo(before);
    }

    private static void requireSame(Answer one, String id, Answer other, String otherId) throws IOException {
        assertThat(one.status()).as("%s", one).isEqualTo(404);
        assertThat(other.status()).as("%s", other).isEqualTo(404);
        assertThat(one.bytes()).as("%s", one).hasSameSizeAs(other.bytes());
        assertThat(one.text().replace(id, "ID")).isEqualTo(other.text().replace(otherId, "ID"));
        assertThat(withoutDate(one.headers())).isEqualTo(withoutDate(other.headers()));
    }

    /** Headers that every answer has of its own: its time, and the one word that scripts of its page carry. */
    private static String withoutDate(String headers) {
        return headers.replaceAll("(date|set-cookie|content-security-policy)=\\[[^]]*]", "$1");
    }

    @Test
    @Order(4)
    void a_command_in_the_name_of_another_State_is_refused() throws Exception {
        long before = site.head();
        for (Command command : site.commands().values()) {
            Set<String> roles = MatrixDoors.COMMANDS.getOrDefault(command.operation(), Set.of());
            if (command.actsOnSomething() || !command.example().startsWith("{")) {
                continue;
            }
            String named = "{\"memberState\":\"" + MatrixSite.OWNER + "\","
                    + command.example().substring(1);
            for (Caller caller : site.callers) {
                if (roles.contains(caller.role()) && caller.isOfState() && !caller.isOf(MatrixSite.OWNER)) {
                    Answer answer = check(Attempt.post(caller, command.path(), named));
                    assertThat(answer.status())
                            .as("%s %s", answer, answer.text())
                            .isIn(400, 403);
                }
            }
        }
        assertThat(site.head()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void nobody_is_told_what_is_not_for_them() throws Exception {
        for (String door : MatrixDoors.OTHERS.keySet()) {
            if (door.startsWith("GET ")) {
                for (Caller caller : site.callers) {
                    if (!door.endsWith(".pdf") || isOneOfItsKind(caller)) {
                        read(caller, door);
                    }
                }
            }
        }
    }

    /** One of each audience: a document takes long to make. */
    private static boolean isOneOfItsKind(Caller caller) {
        return !caller.isOfState() && !Set.of("chair", "custodian").contains(caller.role())
                || caller.role().equals("focal-point") && !caller.isOf("RUS");
    }

    private static void read(Caller caller, String door) throws Exception {
        for (String path : MatrixPaths.of(site, door.substring(4))) {
            Answer answer = check(Attempt.get(caller, path));
            requirePassage(answer, MatrixDoors.OTHERS.getOrDefault(door, Kind.OPEN));
            if (caller.mayLookAsThePublic() && MatrixDoors.OTHERS.get(door) == Kind.OPEN && !door.endsWith(".pdf")) {
                check(Attempt.getAsThePublic(caller, path));
            }
        }
    }

    private static void requirePassage(Answer answer, Kind kind) {
        Caller caller = answer.attempt().caller();
        boolean isRefused = kind == Kind.OPERATION
                && !answer.attempt().path().startsWith("/actuator/health")
                && !caller.role().equals("auditor")
                && caller.token() != null;
        if (isRefused) {
            assertThat(answer.status()).as("%s", answer).isIn(REFUSED);
        }
    }

    @Test
    @Order(6)
    void doors_for_files_and_forms_let_nothing_in() throws Exception {
        long before = site.head();
        for (Map.Entry<String, Kind> door : MatrixDoors.OTHERS.entrySet()) {
            if (door.getKey().startsWith("POST ")) {
                for (Caller caller : site.callers) {
                    if (door.getValue() != Kind.UPLOAD || !caller.role().equals("registrar")) {
                        String path = MatrixPaths.of(
                                        site, door.getKey().substring(5).replace("{kind}", "filings"))
                                .getFirst();
                        Answer answer = check(new Attempt(
                                caller,
                                "POST",
                                path,
                                type(door),
                                door.getValue() == Kind.UPLOAD ? "<x/>" : "a=b",
                                false));
                        assertThat(answer.status())
                                .as("%s", answer)
                                .matches(status -> status >= 400
                                        || (status >= 302 && status < 304)
                                        || door.getValue() == Kind.OPERATION);
                    }
                }
            }
        }
        assertThat(site.head()).isEqualTo(before);
    }

    private static String type(Map.Entry<String, Kind> door) {
        return switch (door.getValue()) {
            case UPLOAD -> door.getKey().contains("imports") ? "text/csv" : "application/xml";
            case OPERATION -> "application/json";
            default -> "application/x-www-form-urlencoded";
        };
    }

    @Test
    @Order(7)
    void as_many_more_as_are_asked_for_are_tried_at_random() throws Exception {
        long seed = Long.getLong("seed", 20_261_130);
        SplittableRandom random = new SplittableRandom(seed);
        List<String> reading = MatrixDoors.OTHERS.keySet().stream()
                .filter(door -> door.startsWith("GET ") && !door.endsWith(".pdf") && !door.contains("evidence.zip"))
                .toList();
        List<Command> commands = List.copyOf(site.commands().values());
        long before = site.head();
        for (int i = 0; i < MORE; i++) {
            Caller caller = site.callers.get(random.nextInt(site.callers.size()));
            if (random.nextInt(3) == 0) {
                List<String> paths = MatrixPaths.of(
                        site, reading.get(random.nextInt(reading.size())).substring(4));
                check(Attempt.get(caller, paths.get(random.nextInt(paths.size()))));
            } else {
                tryOne(caller, commands.get(random.nextInt(commands.size())), random);
            }
        }
        assertThat(site.head()).as("seed %s", seed).isEqualTo(before);
    }

    private static void tryOne(Caller caller, Command command, SplittableRandom random) throws Exception {
        boolean isTheirs =
                MatrixDoors.COMMANDS.getOrDefault(command.operation(), Set.of()).contains(caller.role());
        boolean isApart = caller.isOfState()
                && !caller.isOf(MatrixSite.OWNER)
                && command.actsOnSomething()
                && !MatrixPaths.target(site, command).equals(MatrixPaths.absent(command));
        if (!isTheirs || isApart) {
            List<String> targets = MatrixPaths.targets(site, command);
            Answer answer = check(
                    Attempt.post(caller, command.on(targets.get(random.nextInt(targets.size()))), command.example()));
            assertThat(answer.status()).as("%s", answer).isIn(REFUSED);
        }
    }

    @Test
    @Order(8)
    void nothing_of_it_is_in_a_log_or_in_the_log_of_the_database() throws Exception {
        for (Path log : List.of(site.stele.output(), directory.resolve("home/postgresql.log"))) {
            String text = Files.readString(log);
            for (Canary canary : site.canaries) {
                assertThat(text).as("%s", log).doesNotContain(canary.text());
            }
        }
    }

    /** Sends an attempt; its answer is no error of the program, and tells its caller nothing that is not for them. */
    private static Answer check(Attempt attempt) throws Exception {
        Answer answer = site.send(attempt);
        attempts++;
        assertThat(answer.status()).as("%s", answer).isLessThan(500);
        for (Canary canary : site.canaries) {
            if (!canary.maybeIn(attempt)) {
                assertThat(answer.has(canary))
                        .as("%s has %s", answer, canary.text())
                        .isFalse();
            }
        }
        return answer;
    }

    /** The canaries are where they are looked for: whoever may see one finds it. */
    @Test
    @Order(2)
    void whoever_may_see_a_canary_finds_it() throws Exception {
        String events = "/api/v1/events?limit=500&after=" + (site.positions.getFirst() - 1);
        for (Caller caller : List.of(site.caller("auditor", ""), site.caller("signatory", MatrixSite.OWNER))) {
            Answer answer = site.send(Attempt.get(caller, events));
            for (Canary canary : site.canaries) {
                if (canary.seenBy().test(caller) && !SEALED.contains(canary.text())) {
                    assertThat(answer.has(canary))
                            .as("%s has %s", answer, canary.text())
                            .isTrue();
                }
            }
        }
    }
}

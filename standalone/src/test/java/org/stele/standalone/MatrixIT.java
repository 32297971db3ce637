package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
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
import org.stele.standalone.MatrixCases.Look;
import org.stele.standalone.MatrixCases.Tried;
import org.stele.standalone.MatrixSite.Command;
import org.stele.standalone.MatrixThings.Question;

/**
 * Every door of the application against everybody who may ask, for their own State and for others, as themselves and as the public:
 * nobody passes who may not, and nobody is told what is not for them. {@code -Dmatrix.attempts} tries as many more, at random.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(OrderAnnotation.class)
class MatrixIT {

    private static final int MORE = Integer.getInteger("matrix.attempts", 1_000);
    private static final long SEED = Long.getLong("seed", MORE > 10_000 ? new Random().nextLong(1L << 48) : 20_261_130);

    @TempDir
    static Path directory;

    private static MatrixSite site;
    private static MatrixRun run;
    private static Map<String, Command> commands;
    private static Map<String, List<String>> parameters;
    private static MatrixCases cases;

    @BeforeAll
    static void start() throws Exception {
        site = MatrixSite.start(directory);
        run = new MatrixRun(site);
        commands = site.commands();
        parameters = site.parameters();
        cases = new MatrixCases(site, commands, parameters);
    }

    @AfterAll
    static void stop() {
        System.out.println("MatrixIT: " + run);
        site.close();
    }

    @Test
    @Order(1)
    void every_door_of_the_running_application_is_classified() throws Exception {
        Set<String> known = new TreeSet<>(MatrixDoors.OTHERS.keySet());
        known.addAll(commands.keySet());

        assertThat(commands.values().stream().map(Command::operation))
                .containsExactlyInAnyOrderElementsOf(MatrixDoors.COMMANDS.keySet());
        assertThat(site.doors()).isEqualTo(known);
        assertThat(site.doors()).containsAll(parameters.keySet());
        assertThat(site.callers.stream().map(Caller::role)).containsAll(MatrixCases.roles());
    }

    /** The canaries are where they are looked for: whoever may see one finds it. */
    @Test
    @Order(1)
    void whoever_may_see_a_canary_finds_it() throws Exception {
        String events = "/api/v1/events?limit=500&after=" + (site.positions.getFirst() - 1);
        for (Caller caller : List.of(
                site.caller("auditor", ""), site.caller("signatory", MatrixSite.OWNER), site.caller("chair", ""))) {
            String text = site.send(Attempt.get(caller, events)).text();
            assertThat(site.canaries.stream()
                            .filter(canary -> canary.seenBy().test(caller) && !canary.isIn(text))
                            .map(Canary::text))
                    .as("%s", caller)
                    .isEmpty();
        }
    }

    /** So they are in files of each form, and the search reads each. */
    @Test
    @Order(1)
    void a_canary_is_found_in_each_form_of_an_answer() throws Exception {
        Caller auditor = site.caller("auditor", "");
        for (String path : List.of(
                "/api/v1/states/MOZ",
                "/api/v1/states/MOZ.csv",
                "/api/v1/states/MOZ.xlsx",
                "/api/v1/states/MOZ.jsonl",
                "/api/v1/states/MOZ.pdf",
                "/states/MOZ",
                "/api/v1/events/%s/opening".formatted(site.position("attestation")),
                "/api/v1/states/MOZ/evidence.zip",
                "/api/v1/evidence.zip")) {
            String text = site.send(Attempt.get(auditor, path)).text();
            assertThat(site.canaries.stream().filter(canary -> canary.isIn(text)))
                    .as(path)
                    .isNotEmpty();
        }
    }

    @Test
    @Order(2)
    void no_command_is_taken_from_whoever_may_not_give_it() throws Exception {
        tryAll(cases.commands(), 2_000);
    }

    /** Sends them; each has to be refused where it says so, and none may leave a record. */
    private static void tryAll(List<Tried> all, int atLeast) throws Exception {
        assertThat(all).hasSizeGreaterThan(atLeast);
        long before = site.head();

        run.each(all, tried -> run.send(tried.attempt(), tried.refusals()));

        assertThat(site.recordedSince(before)).isEmpty();
    }

    /** Another State's thing is answered byte for byte as one that is not there. */
    @Test
    @Order(3)
    void another_States_thing_is_as_one_that_is_not_there() throws Exception {
        long before = site.head();
        List<Question> all = MatrixThings.questions(site, commands.values());
        assertThat(all).hasSizeGreaterThan(100);

        run.each(all, question -> {
            Answer one = run.send(question.ofAnothers(), Set.of(404));
            Answer other = run.send(question.ofNothing(), Set.of(404));
            if (one.bytes().length != other.bytes().length
                    || !question.without(one).equals(question.without(other))
                    || !MatrixRules.comparable(one.headers()).equals(MatrixRules.comparable(other.headers()))) {
                run.fault(one, "the answer to " + other + ": " + other.headers() + other.text());
            }
        });

        assertThat(site.recordedSince(before)).isEmpty();
    }

    @Test
    @Order(4)
    void a_command_in_the_name_of_another_State_is_refused() throws Exception {
        tryAll(cases.commandsForOthers(), 20);
    }

    @Test
    @Order(5)
    void nobody_is_told_what_is_not_for_them() throws Exception {
        tryAll(cases.readings(), 2_000);
    }

    /** Auditors and the Committee may look as the public does, and then see what it sees; nobody looks as somebody else. */
    @Test
    @Order(6)
    void nobody_looks_as_another_but_as_the_public() throws Exception {
        List<Look> all = cases.looks();
        assertThat(all).hasSizeGreaterThan(400);
        Map<String, String> ofPublic = new ConcurrentHashMap<>();

        run.each(all, look -> {
            boolean isAllowed = look.caller().mayLookAsThePublic();
            Answer seen = run.send(
                    Attempt.get(look.caller(), Attempt.asThePublic(look.path())), isAllowed ? Set.of() : Set.of(403));
            if (isAllowed && look.path().startsWith("/api/")) {
                // A file says at which address it was asked for, for whom it is not made by itself.
                String text = seen.text().replaceAll("(&amp;|[?&])audience=PUBLIC", "");
                String first = ofPublic.putIfAbsent(look.path(), text);
                if (first != null && !first.equals(text)) {
                    run.fault(seen, "the same as others are given who look as the public");
                }
            }
            for (String other : List.of("AUDIT", "STATE%20" + MatrixSite.OWNER)) {
                run.send(Attempt.get(look.caller(), Attempt.with(look.path(), "audience=" + other)), Set.of(400));
            }
        });
    }

    @Test
    @Order(7)
    void doors_for_files_and_forms_let_nothing_in() throws Exception {
        tryAll(cases.postings(), 400);
    }

    @Test
    @Order(8)
    void as_many_more_as_are_asked_for_are_tried_at_random() throws Exception {
        System.out.println("MatrixIT: " + MORE + " at random, -Dseed=" + SEED);
        tryAll(new MatrixAttempts(site, List.copyOf(commands.values()), parameters, SEED).next(MORE), MORE - 1);
    }

    /** What is not signed yet is nowhere but with who writes it; a verdict that waits for the other person is with the State alone. */
    @Test
    @Order(9)
    void an_official_does_not_find_that_another_State_has_a_draft() throws Exception {
        Caller owner = site.caller("signatory", MatrixSite.OWNER);
        List<String> before = MatrixThings.seenBy(site, site.caller("signatory", MatrixSite.OTHER));
        for (String door : List.of("attestations", "repatriation-notices", "exemption-claims")) {
            Command command = command("POST /api/v1/" + door);
            Attempt preview = Attempt.post(owner, command.path(), command.example());
            assertThat(run.send(preview.with(Map.of("Stele-Preview", "filings")))
                            .status())
                    .as(door)
                    .isEqualTo(200);
        }
        assertThat(MatrixThings.seenBy(site, site.caller("signatory", MatrixSite.OTHER)))
                .isEqualTo(before);

        Command verdict = command("POST /api/v1/screenings/{id}/verdict");
        Caller analyst = site.caller("screening-analyst", MatrixSite.OWNER);
        assertThat(run.send(Attempt.post(analyst, verdict.on(site.id("waiting")), verdict.example()))
                        .status())
                .isEqualTo(201);
        assertThat(MatrixThings.seenBy(site, site.caller("signatory", MatrixSite.OTHER)))
                .isEqualTo(before);
        assertThat(MatrixThings.seenBy(site, owner)).isNotEqualTo(before);
    }

    private static Command command(String door) {
        return Objects.requireNonNull(commands.get(door), door);
    }

    @Test
    @Order(10)
    void nothing_of_it_is_in_a_log_or_in_what_is_measured() throws Exception {
        List<String> metrics = new ArrayList<>();
        site.stele.json("/actuator/metrics").path("names").forEach(name -> metrics.add(name.asString()));
        assertThat(metrics).hasSizeGreaterThan(20);
        run.each(metrics, metric -> run.send(Attempt.get(Caller.NOBODY, "/actuator/metrics/" + metric)));
        for (Path log : List.of(site.stele.output(), site.home.resolve("postgresql.log"))) {
            String text = Files.readString(log);
            assertThat(site.canaries.stream()
                            .filter(canary -> canary.isIn(text))
                            .map(Canary::text))
                    .as("%s", log)
                    .isEmpty();
        }
    }
}

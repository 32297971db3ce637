package org.stele.standalone;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.stele.events.types.EventTypes;
import org.stele.standalone.MatrixCases.Tried;
import org.stele.standalone.MatrixDoors.Kind;
import org.stele.standalone.MatrixSite.Command;

/** Attempts at random: doors, callers, ids, parameters, headers and addresses in any combination. */
final class MatrixAttempts {

    /** An address or a body that is odd besides may be refused for that. */
    private static final Set<Integer> ODD = Set.of(400, 401, 403, 404, 405, 406, 415);

    private static final List<String> PATHS =
            List.of("%s/", "/%s", "%s;a=b", "%s?audience=PUBLIC", "%s?memberState=NOR", "/.%s", "%s%%2e", "%s%%00");

    private static final List<Map<String, String>> HEADERS = List.of(
            Map.of(),
            Map.of("Stele-Preview", "filings"),
            Map.of("X-Stele-User", "staff-0417", "X-Stele-Role", "registrar"),
            Map.of("X-Stele-State", MatrixSite.OWNER),
            Map.of("Accept", "application/jsonl"),
            Map.of("Accept", "text/html"),
            Map.of("X-HTTP-Method-Override", "POST"),
            Map.of("X-Forwarded-For", "127.0.0.1"),
            Map.of("X-Original-URL", "/api/v1/events"),
            Map.of("If-None-Match", "*"));

    private final MatrixSite site;
    private final List<Command> commands;
    private final Map<String, List<String>> parameters;
    private final List<String> reading;
    private final SplittableRandom random;

    MatrixAttempts(MatrixSite site, List<Command> commands, Map<String, List<String>> parameters, long seed) {
        this.site = site;
        this.commands = commands;
        this.parameters = parameters;
        this.reading = MatrixDoors.OTHERS.keySet().stream()
                .filter(door -> door.startsWith("GET ") && !door.endsWith(".pdf") && !door.endsWith(".zip"))
                .toList();
        this.random = new SplittableRandom(seed);
    }

    List<Tried> next(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> random.nextInt(5) < 2 ? read() : commanded())
                .toList();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A command that has to be refused, on whatever the State with secrets has, or on nothing. */
    private Tried commanded() {
        while (true) {
            Caller caller = any(site.callers);
            Command command = any(commands);
            boolean isOfOwner = MatrixPaths.isOfStates(command) && random.nextInt(4) > 0;
            boolean isNamed = !command.actsOnSomething() && caller.isOfState() && caller.isKnown();
            Set<Integer> refusals = MatrixRules.refusals(caller, command, isOfOwner);
            if (!refusals.isEmpty() || isNamed && !command.path().startsWith("/api/v1/signing-keys")) {
                return commanded(caller, command, isOfOwner, refusals);
            }
        }
    }

    private Tried commanded(Caller caller, Command command, boolean isOfOwner, Set<Integer> refusals) {
        String id = isOfOwner ? anyOfOwner(command) : MatrixPaths.absent(command);
        String path = command.on(id);
        String body = refusals.isEmpty() || random.nextInt(4) == 0
                ? "{\"memberState\":\"%s\",".formatted(any(List.of("NOR", "MOZ", "RUS")))
                        + command.example().substring(1)
                : command.example();
        boolean isOdd = random.nextInt(5) == 0;
        String asked = isOdd ? any(PATHS).formatted(path) : path;
        Map<String, String> headers = any(HEADERS);
        boolean isPlain =
                !isOdd && body.equals(command.example()) && (headers.isEmpty() || headers.containsKey("Stele-Preview"));
        return new Tried(Attempt.post(caller, asked, body).with(headers), isPlain ? refusals : ODD);
    }

    private String anyOfOwner(Command command) {
        return command.path().contains("{position}")
                ? Long.toString(any(site.positions))
                : any(site.ids().stream().filter(id -> !id.isEmpty()).toList());
    }

    private Tried read() {
        Caller caller = any(site.callers);
        String door = any(reading);
        String path = any(MatrixPaths.of(site, door.substring(4)));
        List<String> names = parameters.getOrDefault(door, List.of());
        boolean isPlain = true;
        for (int i = random.nextInt(4); i > 0 && !names.isEmpty(); i--) {
            String name = any(names);
            if (!path.contains(name + "=")) {
                path = Attempt.with(path, name + "=" + value(name));
                isPlain = false;
            }
        }
        Map<String, String> headers = any(HEADERS);
        Attempt attempt = Attempt.get(caller, path).with(headers);
        Kind kind = MatrixDoors.OTHERS.getOrDefault(door, Kind.OPEN);
        Set<Integer> refusals = MatrixRules.refusals(caller, kind, path);
        return new Tried(attempt, refusals.isEmpty() || isPlain && headers.isEmpty() ? refusals : odd(refusals));
    }

    private static Set<Integer> odd(Set<Integer> refusals) {
        return refusals.contains(303) ? Set.of(303, 400, 401, 403, 404, 406) : ODD;
    }

    private String value(String name) {
        String day = String.format(
                Locale.ROOT, "20%d-%02d-%02d", random.nextInt(17, 27), random.nextInt(1, 13), random.nextInt(1, 29));
        return switch (name) {
            case "audience" -> any(List.of("PUBLIC", "PUBLIC", "AUDIT", "COMMITTEE", "MOZ"));
            case "state" -> any(List.of("MOZ", "MOZ", "NOR", "CHN"));
            case "treeSize", "after", "since" ->
                Long.toString(random.nextLong(site.positions.getFirst() - 5, site.positions.getLast() + 1));
            case "limit" -> Integer.toString(random.nextInt(1, 1_000));
            case "from", "to" -> day + "/" + day + "/" + any(site.positions);
            case "type" -> EventTypes.name(any(List.copyOf(EventTypes.all())));
            case "with" -> any(List.of(site.id("screening"), UUID.randomUUID().toString()));
            case "status" -> any(List.of("OPEN", "PROPOSED", "RETURNED", "CONFIRMED", "CURRENT"));
            default -> day;
        };
    }
}

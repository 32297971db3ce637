package org.stele.standalone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stele.standalone.Caller.Way;
import org.stele.standalone.MatrixDoors.Kind;
import org.stele.standalone.MatrixSite.Command;

/**
 * The pairs that are tried once: each door with each role of the State that has secrets and of another, by token; and with each
 * session and program of another State and of no State.
 */
final class MatrixCases {

    /** A State that is one more of the others: tried at random alone. */
    static final String THIRD = "RUS";

    private static final Map<String, String> PREVIEW = Map.of("Stele-Preview", "filings");

    /** What has no place in a document of the API, and takes an audience all the same. */
    private static final List<String> PAGES = List.of(
            "GET /", "GET /due", "GET /events", "GET /screenings", "GET /screenings/{id}", "GET /states/{iso3}");

    /** An attempt, and the statuses of its refusal; none where there need be none. */
    record Tried(Attempt attempt, Set<Integer> refusals) {}

    private final MatrixSite site;
    private final Map<String, Command> commands;
    private final Map<String, List<String>> parameters;
    private final List<Caller> callers;

    MatrixCases(MatrixSite site, Map<String, Command> commands, Map<String, List<String>> parameters) {
        this.site = site;
        this.commands = commands;
        this.parameters = parameters;
        this.callers =
                site.callers.stream().filter(caller -> !caller.isOf(THIRD)).toList();
    }

    /** Commands of those who may not give them, on what the State with secrets has and on what is not there. */
    List<Tried> commands() {
        List<Tried> all = new ArrayList<>();
        for (Command command : commands.values()) {
            for (Caller caller : callers) {
                Set<Integer> refusals = MatrixRules.refusals(caller, command, MatrixPaths.isOfStates(command));
                List<String> targets = MatrixPaths.targets(site, command);
                if (!refusals.isEmpty()) {
                    Attempt first = Attempt.post(caller, command.on(targets.getFirst()), command.example());
                    all.add(new Tried(first, refusals));
                    if (caller.way() == Way.TOKEN || !caller.isKnown()) {
                        all.add(new Tried(first.with(PREVIEW), refusals));
                        all.add(new Tried(
                                Attempt.post(caller, command.on(targets.getLast()), command.example()), refusals));
                    }
                }
            }
        }
        return all;
    }

    /** Commands of officials who may give them, in the name of another State. */
    List<Tried> commandsForOthers() {
        List<Tried> all = new ArrayList<>();
        for (Command command : commands.values()) {
            boolean isStatement = command.path().startsWith("/api/v1/signing-keys");
            if (command.actsOnSomething() && !isStatement) {
                continue;
            }
            String body = isStatement
                    ? command.example()
                    : "{\"memberState\":\"%s\",".formatted(THIRD)
                            + command.example().substring(1);
            for (Caller caller : site.callers) {
                if (caller.isOfState()
                        && caller.isOf(MatrixSite.OTHER) != isStatement
                        && MatrixRules.refusals(caller, command, false).isEmpty()) {
                    Attempt attempt = Attempt.post(caller, command.on(MatrixPaths.absent(command)), body);
                    all.add(new Tried(attempt, Set.of(400, 403)));
                    all.add(new Tried(attempt.with(PREVIEW), Set.of(400, 403)));
                }
            }
        }
        return all;
    }

    List<Tried> readings() {
        List<Tried> all = new ArrayList<>();
        MatrixDoors.OTHERS.forEach((door, kind) -> {
            if (door.startsWith("GET ")) {
                List<String> paths = MatrixPaths.of(site, door.substring(4));
                for (Caller caller : callers) {
                    for (String path : read(caller, door, paths)) {
                        all.add(new Tried(Attempt.get(caller, path), MatrixRules.refusals(caller, kind, path)));
                    }
                }
            }
        });
        return all;
    }

    /** One of each audience reads everything; the others what does not take long, and of many positions some. */
    private List<String> read(Caller caller, String door, List<String> paths) {
        boolean isPlain = MatrixDoors.OTHERS.get(door) == Kind.PLAIN;
        boolean takesLong = door.endsWith(".pdf") || door.endsWith(".zip");
        if (caller.way() == Way.FILING_PROGRAM) {
            return paths.subList(0, 1);
        }
        if (caller.way() == Way.SESSION || caller.way() == Way.READING_PROGRAM) {
            return isPlain || door.matches(".*\\.(csv|xlsx|jsonl|pdf|zip)") ? List.of() : paths.subList(0, 1);
        }
        if (!isOfAnAudience(caller) || takesLong && (caller.isAuditing() || caller.isOf(MatrixSite.OWNER))) {
            return isPlain || takesLong
                    ? List.of()
                    : paths.stream().filter(this::isChosen).toList();
        }
        List<String> all = new ArrayList<>(paths);
        if (!takesLong) {
            List<String> names = parameters.getOrDefault(door, List.of());
            paths.forEach(path -> all.addAll(MatrixPaths.narrowed(site, path, names)));
        }
        return all;
    }

    /** Of addresses with positions those of a few. */
    private boolean isChosen(String path) {
        return !path.matches(".*/(events|sealed)/[0-9].*")
                || List.of("attestation", "protected", "confidential", "screening").stream()
                        .anyMatch(name -> path.contains("/" + site.position(name)));
    }

    /** One caller of each audience. */
    private static boolean isOfAnAudience(Caller caller) {
        return !caller.isKnown()
                || caller.way() == Way.TOKEN
                        && (caller.isOfState()
                                ? caller.role().equals("signatory")
                                : !Set.of("chair", "custodian").contains(caller.role()));
    }

    /** A door that whoever may read it opens, as itself and as another. */
    record Look(Caller caller, String path) {}

    List<Look> looks() {
        List<String> doors = new ArrayList<>(PAGES);
        parameters.forEach((door, names) -> {
            if (names.contains("audience") && !door.endsWith(".pdf")) {
                doors.add(door);
            }
        });
        List<Look> all = new ArrayList<>();
        for (String door : doors) {
            String path = MatrixPaths.of(site, door.substring(4)).getFirst();
            callers.stream()
                    .filter(caller -> caller.way() == Way.TOKEN || !caller.isKnown())
                    .forEach(caller -> all.add(new Look(caller, path)));
        }
        return all;
    }

    /** Files and forms of those who may not send them. */
    List<Tried> postings() {
        Map<String, Kind> doors = new TreeMap<>(MatrixDoors.OTHERS);
        doors.putAll(MatrixDoors.OF_FILTERS);
        List<Tried> all = new ArrayList<>();
        doors.forEach((door, kind) -> {
            if (door.startsWith("POST ")) {
                String path = MatrixPaths.of(site, door.substring(5)).getFirst();
                callers.stream()
                        .filter(caller -> !mayPost(caller, kind, door))
                        // What fails at the doors of sign-in is counted, and slows the others down.
                        .filter(caller -> !MatrixDoors.OF_FILTERS.containsKey(door) || isOfAnAudience(caller))
                        .forEach(caller -> all.add(posted(caller, path, kind)));
            }
        });
        return all;
    }

    /** Whoever signs out is out; a registrar sends files; who is on this machine, and auditors, look after it. */
    private static boolean mayPost(Caller caller, Kind kind, String door) {
        return switch (kind) {
            case UPLOAD -> caller.role().equals("registrar") && caller.mayFile();
            case OPERATION -> !caller.isKnown() || caller.role().equals("auditor") && caller.mayFile();
            default -> door.equals("POST /sign-out");
        };
    }

    private static Tried posted(Caller caller, String path, Kind kind) {
        String type = switch (kind) {
            case UPLOAD -> path.contains("imports") ? "text/csv" : "application/xml";
            case OPERATION -> "application/json";
            default -> "application/x-www-form-urlencoded";
        };
        String body = switch (kind) {
            case UPLOAD -> "<x/>";
            case OPERATION -> "{}";
            default -> "a=b";
        };
        return new Tried(
                new Attempt(caller, "POST", path, type, body, Map.of()),
                kind == Kind.FORM ? Set.of(303, 400, 401, 403, 404, 415, 429) : Set.of(401, 403));
    }

    /** The roles that give commands. */
    static Collection<String> roles() {
        return MatrixDoors.COMMANDS.values().stream()
                .flatMap(Set::stream)
                .distinct()
                .toList();
    }
}

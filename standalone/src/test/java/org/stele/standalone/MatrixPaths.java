package org.stele.standalone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.stele.standalone.MatrixSite.Command;

/** The addresses behind the patterns of the doors. */
final class MatrixPaths {

    /** A position of as many digits as those of what is planted. */
    private static final String NO_POSITION = "999";

    /** What the records here are called, by the beginning of the addresses of commands on them. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("/api/v1/attestations/", "attestation");
        KINDS.put("/api/v1/accreditations/", "accreditation");
        KINDS.put("/api/v1/arrivals/", "arrival");
        KINDS.put("/api/v1/baselines/", "baseline");
        KINDS.put("/api/v1/claims/", "claim");
        KINDS.put("/api/v1/clarification-requests/", "clarification");
        KINDS.put("/api/v1/discrepancies/", "discrepancy");
        KINDS.put("/api/v1/evidence/", "evidence");
        KINDS.put("/api/v1/repatriation-notices/", "notice");
        KINDS.put("/api/v1/screenings/", "screening");
        KINDS.put("/api/v1/subjects/", "protected");
    }

    private MatrixPaths() {}

    /** What a command acts on: of the State that has secrets, and what is not there. */
    static List<String> targets(MatrixSite site, Command command) {
        if (!command.actsOnSomething()) {
            return List.of("");
        }
        return isOfStates(command) ? List.of(target(site, command), absent(command)) : List.of(absent(command));
    }

    /** Whether a command acts on what a State has. Versions of lists are of no State; a key is named by who signed a statement. */
    static boolean isOfStates(Command command) {
        return command.actsOnSomething()
                && !command.path().startsWith("/api/v1/list-versions/")
                && !command.path().startsWith("/api/v1/signing-keys/");
    }

    /** The id of what a command acts on, of the State that has secrets. */
    static String target(MatrixSite site, Command command) {
        if (command.path().startsWith("/api/v1/events/")) {
            return Long.toString(site.position("protected"));
        }
        return KINDS.entrySet().stream()
                .filter(kind -> command.path().startsWith(kind.getKey()))
                .map(kind -> site.id(kind.getValue()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing is planted for " + command.path()));
    }

    static String absent(Command command) {
        if (command.path().contains("{position}")) {
            return NO_POSITION;
        }
        return isOfStates(command) ? UUID.randomUUID().toString() : "ab".repeat(32);
    }

    /** The addresses behind a pattern: of the State that has secrets and of another, and of what is there and what is not. */
    static List<String> of(MatrixSite site, String pattern) {
        List<String> positions =
                new ArrayList<>(site.positions.stream().map(String::valueOf).toList());
        positions.add(NO_POSITION);
        List<String> paths = List.of(pattern);
        paths = each(paths, "{iso3}", List.of(MatrixSite.OWNER, MatrixSite.OTHER));
        paths = each(paths, "{position}", positions);
        paths = each(paths, "{id}", List.of(site.id("screening"), site.id("returned"), site.id("attestation")));
        paths = each(paths, "{command}", List.of(site.id("attestation")));
        paths = each(paths, "{sha256}", List.of("ab".repeat(32)));
        paths = each(paths, "{path}", List.of("attestation", "repatriation-notice"));
        paths = each(paths, "{kind}", List.of("filings"));
        paths = each(paths, "{name}", List.of("none"));
        paths = each(paths, "{text}", List.of("none"));
        paths = each(paths, "{requiredMetricName}", List.of("stele.projection.position", "http.server.requests"));
        paths = each(paths, "tile/**", List.of("tile/entries/000.p/1", "tile/0/000.p/1"));
        paths = each(paths, "/**", List.of(""));
        return paths.stream().map(path -> withParameters(site, path)).toList();
    }

    private static List<String> each(List<String> paths, String part, List<String> values) {
        return paths.stream()
                .flatMap(path ->
                        path.contains(part) ? values.stream().map(value -> path.replace(part, value)) : Stream.of(path))
                .toList();
    }

    private static String withParameters(MatrixSite site, String path) {
        if (path.contains("/changes")) {
            return path + (path.contains("/states/") ? "?from=2018-01-01/2018-01-01/0&to=//" : "?since=0");
        }
        if (path.endsWith("/lookback")) {
            return path + "?with=" + site.id("returned");
        }
        if (path.endsWith("/consistency")) {
            return path + "?from=1";
        }
        return path.endsWith("/events") ? path + "?after=%s&limit=500".formatted(site.positions.getFirst() - 1) : path;
    }

    /** The same, of the State that has secrets alone, and as it was while what is withheld since was published. */
    static List<String> narrowed(MatrixSite site, String path, List<String> parameters) {
        List<String> narrowed = new ArrayList<>();
        if (parameters.contains("state")) {
            narrowed.add(Attempt.with(path, "state=" + MatrixSite.OWNER));
        }
        if (parameters.contains("treeSize")) {
            narrowed.add(Attempt.with(path, "treeSize=" + site.position("publication")));
        }
        return narrowed;
    }
}

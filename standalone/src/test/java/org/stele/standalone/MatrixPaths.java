package org.stele.standalone;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.stele.standalone.MatrixSite.Command;

/** The addresses behind the patterns of the doors. */
final class MatrixPaths {

    /** What the records here are called, by a part of the address of commands on them. */
    private static final Map<String, String> KINDS = Map.of(
            "/attestations/", "attestation",
            "/clarification-requests/", "clarification",
            "claims/", "claim",
            "/evidence/", "evidence",
            "/screenings/", "screening");

    private MatrixPaths() {}

    /** What is there, of another State, and what is not there. */
    static List<String> targets(MatrixSite site, Command command) {
        return command.actsOnSomething() ? List.of(target(site, command), absent(command)) : List.of("");
    }

    /** The id of what a command acts on, of the State that has secrets; what is not there, where it has none. */
    static String target(MatrixSite site, Command command) {
        return KINDS.entrySet().stream()
                .filter(kind -> command.path().contains(kind.getKey()))
                .map(kind -> site.id(kind.getValue()))
                .findFirst()
                .orElseGet(() -> absent(command));
    }

    static String absent(Command command) {
        return command.path().contains("{sha256}")
                ? "ab".repeat(32)
                : command.path().contains("{position}")
                        ? "999999"
                        : UUID.nameUUIDFromBytes(command.path().getBytes(StandardCharsets.UTF_8))
                                .toString();
    }

    /** The addresses behind a pattern: of the State that has secrets and of another, and of what is there and what is not. */
    static List<String> of(MatrixSite site, String pattern) {
        List<String> paths = List.of(pattern);
        paths = each(paths, "{iso3}", List.of(MatrixSite.OWNER, MatrixSite.OTHER));
        paths = each(
                paths,
                "{position}",
                site.positions.stream().map(String::valueOf).toList());
        paths = each(paths, "{id}", List.of(site.id("screening"), site.id("attestation")));
        paths = each(paths, "{command}", List.of(site.id("attestation")));
        paths = each(paths, "{sha256}", List.of("ab".repeat(32)));
        paths = each(paths, "{path}", List.of("attestation", "notice"));
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
            return path + "?with=" + site.id("screening");
        }
        if (path.endsWith("/consistency")) {
            return path + "?from=1";
        }
        return path.endsWith("/events") ? path + "?after=%s&limit=500".formatted(site.positions.getFirst() - 1) : path;
    }
}

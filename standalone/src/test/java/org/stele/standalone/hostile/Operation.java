package org.stele.standalone.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the API, or a page.
 *
 * @param contentType of its body; null where it has none
 * @param schema of its body, where the description has one
 * @param example a body that is right in form; null where none is shown
 */
public record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable String contentType,
        @Nullable JsonNode schema,
        @Nullable JsonNode example) {

    /** @param in path, query or header */
    public record Parameter(String name, String in, String example) {}

    /** Pages and forms, which the description does not name. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("/", "effectiveOn knownOn treeSize audience"),
            Map.entry("/states/{iso3}", "effectiveOn knownOn treeSize"),
            Map.entry("/events", "state type after limit"),
            Map.entry("/events/{position}", "treeSize"),
            Map.entry("/due", "effectiveOn audience"),
            Map.entry("/discrepancies", "state code status"),
            Map.entry("/changes", "from to since"),
            Map.entry("/screenings", "state status limit"),
            Map.entry("/screenings/{id}", "treeSize"),
            Map.entry("/list-versions", "treeSize"),
            Map.entry("/list-versions/{sha256}", "from"),
            Map.entry("/file/{path}", "of"),
            Map.entry("/file/receipt/{iso3}/{command}", ""),
            Map.entry("/invitations/{text}", ""),
            Map.entry("/sign-in", "continue failed"),
            Map.entry("/assets/{name}", "v"),
            Map.entry("/log/tile/{path}", ""),
            Map.entry("/actuator/{path}", "tag"));

    private static final Map<String, String> FORMS = Map.of(
            "/sign-in", "username password _csrf continue",
            "/invitations/{text}", "password again _csrf",
            "/file/{path}", "obligation remainingCount seal command",
            "/account/password", "old password again _csrf",
            "/account/tokens", "name days _csrf");

    public static List<Operation> of(JsonNode description) {
        List<Operation> operations = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(documented(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        PAGES.forEach((path, names) -> operations.add(page("GET", path, names, null)));
        FORMS.forEach((path, names) -> operations.add(page("POST", path, names, "application/x-www-form-urlencoded")));
        return operations;
    }

    private static Operation documented(String method, String path, JsonNode described) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode parameter : described.path("parameters")) {
            parameters.add(new Parameter(
                    parameter.path("name").asString(),
                    parameter.path("in").asString(),
                    parameter.path("example").asString("")));
        }
        var content = described.path("requestBody").path("content").properties().stream()
                .findFirst();
        return new Operation(
                method,
                path,
                parameters,
                content.map(Map.Entry::getKey).orElse(null),
                content.map(type -> type.getValue().path("schema")).orElse(null),
                content.flatMap(type -> type.getValue().path("examples").properties().stream()
                                .findFirst())
                        .map(example -> example.getValue().path("value"))
                        .orElse(null));
    }

    private static Operation page(String method, String path, String names, @Nullable String contentType) {
        List<Parameter> parameters = new ArrayList<>();
        java.util.regex.Pattern.compile("\\{(\\w+)}")
                .matcher(path)
                .results()
                .forEach(name -> parameters.add(new Parameter(name.group(1), "path", "")));
        for (String name : names.split(" ")) {
            parameters.add(new Parameter(name, contentType == null ? "query" : "form", ""));
        }
        return new Operation(method, path, parameters, contentType, null, null);
    }
}

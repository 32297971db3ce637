package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every code with which a request is refused stands in docs/rules.md. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusalCodesTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of("command-side", "query-side", "web-support", "identity");

    /** The first argument of words with hyphens, after a status, a field or nothing. */
    private static final Pattern REFUSAL = Pattern.compile(
            "(?:Rejected\\.\\w+|Problem\\.of)\\(\\s*(?:[^()\"]|\"(?:[^\"\\\\]|\\\\.)*\"|\\([^()]*\\))*?\"([a-z]+(?:-[a-z]+)+)\"");

    private static final Pattern DOCUMENTED = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`");

    @Test
    void every_code_of_a_refusal_is_in_the_rules() throws IOException {
        Set<String> documented = codes(DOCUMENTED, Files.readString(ROOT.resolve("docs/rules.md")));

        Set<String> refusals = refusals();

        assertThat(refusals).hasSizeGreaterThan(80);
        assertThat(documented).containsAll(refusals);
    }

    @Test
    void a_code_is_found_after_a_status_or_a_field_or_nothing() {
        assertThat(codes(REFUSAL, """
                        throw Rejected.rule(
                                field,
                                "panel-mandate-ended", "the-text is no code");
                        Problem.of(status(503), "not-signed-yet", detail);
                        Rejected.lifecycle("claim-withdrawn", "It was withdrawn.");
                        """)).containsExactly("claim-withdrawn", "not-signed-yet", "panel-mandate-ended");
    }

    private static Set<String> refusals() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    codes.addAll(codes(REFUSAL, Files.readString(file)));
                }
            }
        }
        return codes;
    }

    private static Set<String> codes(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every rule that the code cites stands in docs/rules.md under that number. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CitationsTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of("shared-events", "state-files", "command-side", "query-side");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    /** Sections of other documents, which are named. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?:RFC \\d+|docs/spec/\\S+|the specification|C2SP \\S+),?[\\s*]+(?:[Ss]ections?[\\s*]+)?[\\d., ]*(?:and[\\s*]+[\\d.]+)?");

    private static final Pattern CITATION = Pattern.compile(
            "(?:[Ss]ection[\\s*]+(\\d(?:\\.\\d)?))|(?<![\\w.])([1-9]\\.[1-9])(?![\\w]|\\.\\d)|\\b(P\\d)\\b");

    private static final Pattern HEADING =
            Pattern.compile("^(?:#{2,3} (\\d(?:\\.\\d)?)[. ]|- \\*\\*(P\\d)\\.)", Pattern.MULTILINE);

    private record Citation(Path file, String number) {}

    @Test
    void every_rule_that_is_cited_has_its_number_in_the_rules() throws IOException {
        Set<String> numbers = HEADING.matcher(Files.readString(ROOT.resolve("docs/rules.md")))
                .results()
                .map(heading -> heading.group(1) == null ? heading.group(2) : heading.group(1))
                .collect(Collectors.toSet());

        List<Citation> citations = citations();

        System.out.printf(Locale.ROOT, "%,d citations of the rules%n", citations.size());
        assertThat(citations)
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        citation -> assertThat(numbers).as(citation.toString()).contains(citation.number()));
    }

    @Test
    void a_citation_of_a_rule_that_is_not_there_would_be_found() {
        assertThat(numbersIn("/** As 4.9 says (RFC 9162, section 2.1.4), and P9. */"))
                .containsExactly("4.9", "P9");
        assertThat(numbersIn("/** The rules, section 8; Axon 5.0.1 runs on 2.0 and later. */"))
                .containsExactly("8");
    }

    private static List<Citation> citations() throws IOException {
        List<Citation> citations = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    numbersIn(Files.readString(file)).forEach(number -> citations.add(new Citation(file, number)));
                }
            }
        }
        return citations;
    }

    private static List<String> numbersIn(String source) {
        return COMMENT.matcher(source)
                .results()
                .map(comment -> ELSEWHERE.matcher(comment.group()).replaceAll(""))
                .flatMap(comment -> CITATION.matcher(comment).results())
                .map(found -> Stream.of(1, 2, 3)
                        .map(found::group)
                        .filter(group -> group != null)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}

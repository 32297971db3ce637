package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.web.limit.Limit;

/** docs/operating/limits.md against the code. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern SETTING =
            Pattern.compile("(?m)^\\| `(STELE_LIMIT_[A-Z_]+)` \\| ([0-9,]+) \\| ([0-9,]+) to ([0-9,]+) \\|");
    private static final Pattern FIXED = Pattern.compile("(?m)^\\| `(\\w+)\\.([A-Z_]+)` \\| ([0-9,]+) \\|");

    @Test
    void every_setting_is_on_the_page_with_its_default_and_its_bounds() throws IOException {
        List<String> onPage = SETTING.matcher(page())
                .results()
                .map(row -> String.join(" ", row.group(1), row.group(2), row.group(3), row.group(4)))
                .toList();

        assertThat(onPage)
                .containsExactlyElementsOf(Arrays.stream(Limit.values())
                        .map(limit -> String.format(
                                Locale.ROOT,
                                "%s %,d %,d %,d",
                                limit.variable(),
                                limit.byDefault(),
                                limit.least(),
                                limit.most()))
                        .toList());
    }

    @Test
    void every_fixed_limit_on_the_page_is_the_constant_of_the_code() throws IOException {
        Map<String, List<Path>> sources = sources();
        List<MatchResult> rows = FIXED.matcher(page()).results().toList();

        assertThat(rows).hasSizeGreaterThan(50);
        for (MatchResult row : rows) {
            assertThat(values(sources.getOrDefault(row.group(1), List.of()), row.group(2)))
                    .as("%s.%s", row.group(1), row.group(2))
                    .containsExactly(Long.parseLong(row.group(3).replace(",", "")));
        }
    }

    /** What the constant is in each class of that name that has it. */
    private static List<Long> values(List<Path> sources, String constant) throws IOException {
        Pattern declared = Pattern.compile("(?:int|long) " + constant + " = ([0-9_xfL<< ]+);");
        List<Long> values = new ArrayList<>();
        for (Path source : sources) {
            declared.matcher(Files.readString(source)).results().forEach(match -> values.add(number(match.group(1))));
        }
        return values;
    }

    /** A number as Java writes it, or two of them with a shift between. */
    private static long number(String written) {
        String[] parts = written.replace("_", "").replace("L", "").split("<<");
        long number = Long.decode(parts[0].strip());
        return parts.length == 1 ? number : number << Integer.parseInt(parts[1].strip());
    }

    private static Map<String, List<Path>> sources() throws IOException {
        Map<String, List<Path>> sources = new TreeMap<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(LimitsPageTest::files)
                    .filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> sources.computeIfAbsent(
                                    file.getFileName().toString().replace(".java", ""), _ -> new ArrayList<>())
                            .add(file));
        }
        return sources;
    }

    private static Stream<Path> files(Path directory) {
        try {
            return Files.walk(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/operating/limits.md"));
    }
}

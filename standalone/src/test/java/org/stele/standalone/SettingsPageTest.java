package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.standalone.home.Setting;

/** docs/operating/settings.md against the sources. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsPageTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of(
            "event-store", "subject-keys", "web-support", "identity", "command-side", "query-side", "standalone");
    private static final Pattern VARIABLE = Pattern.compile("STELE_[A-Z]+(?:_[A-Z]+)*\\b(?!_)");

    /** A property that the environment is asked for, or that a value is filled in from. */
    private static final Pattern PROPERTY = Pattern.compile(
            "(?:getProperty\\(\\s*\"|property\\.apply\\(\"|@Value\\(\"\\$\\{|=\\$\\{)(stele\\.[a-z.-]+)");

    /** The same values as STELE_DB_URL and its like, under the names of Spring. */
    private static final String OTHER_NAMES = ".datasource.";

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(STELE_[A-Z_]+)` \\|");

    @Test
    void names_every_variable_that_the_code_reads_and_no_other() throws IOException {
        TreeSet<String> read = new TreeSet<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
                files.filter(Files::isRegularFile)
                        .filter(SettingsPageTest::isSource)
                        .forEach(file -> {
                            String text = text(file);
                            VARIABLE.matcher(text).results().forEach(match -> read.add(match.group()));
                            PROPERTY.matcher(text)
                                    .results()
                                    .map(match -> match.group(1))
                                    .filter(property -> !property.contains(OTHER_NAMES))
                                    .forEach(property -> read.add(variable(property)));
                        });
            }
        }

        assertThat(onPage()).containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void a_variable_that_is_on_the_page_is_known_and_one_with_a_letter_missing_is_not() throws IOException {
        Map<String, String> environment =
                new TreeMap<>(onPage().stream().collect(Collectors.toMap(name -> name, _ -> "x")));
        environment.put("STELE_DB_UR", "x");
        environment.put("PATH", "x");

        assertThat(Setting.unknown(environment)).containsExactly("STELE_DB_UR");
    }

    private static List<String> onPage() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/operating/settings.md"));
        return ROW.matcher(page).results().map(row -> row.group(1)).toList();
    }

    private static boolean isSource(Path file) {
        String name = file.toString();
        return name.endsWith(".java") || name.endsWith(".properties");
    }

    private static String variable(String property) {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.stele.standalone;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.standalone.RunningApplication.CommandResult;

/** Settings and arguments that cannot be: each is refused in a sentence, with exit code 2, and nothing is made. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WrongUseIT {

    private static final String PASSWORDS = "STELE_DB_COMMAND_PASSWORD=a STELE_DB_QUERY_PASSWORD=b ";

    private static final String ROOT = "ab".repeat(32);

    @TempDir
    Path directory;

    /** What is set, what is asked for, and what the answer must hold. */
    record Wrong(String variables, String arguments, String answer) {}

    static List<Wrong> wrong() {
        return List.of(
                new Wrong("STELE_HOME=mistyped", "fsck", "mistyped: expected the home of a ledger"),
                new Wrong("STELE_HOME=a-file", "fsck", "a-file: expected the home of a ledger"),
                new Wrong("STELE_HOME=empty", "fsck", "empty holds no ledger"),
                new Wrong("STELE_HOME=", "fsck", "STELE_HOME is set and empty"),
                new Wrong("", "fsck", "stele-data: expected the home of a ledger"),
                new Wrong("STELE_HOME=empty", "fsck --kept nonsense", "--kept: expected SIZE:ROOT"),
                new Wrong("STELE_HOME=mistyped", "accept-root --size 1 --root " + ROOT, "mistyped: expected the home"),
                new Wrong("STELE_HOME=empty", "accept-root --size 1 --root x", "Expected --size"),
                new Wrong("", "fcsk", "'fcsk'"),
                new Wrong("", "--frobnicate", "'--frobnicate'"),
                new Wrong("", "--server.port=0 fsck", "--server.port=0"),
                new Wrong("", "fsck --frobnicate", "'--frobnicate'"),
                new Wrong("", "import filings none.csv", "none.csv: there is none"),
                new Wrong("", "import filings empty", "empty: it is a folder"),
                new Wrong("", "import filings a-file --server foo", "--server: expected an address"),
                new Wrong("STELE_HOME=a-file STELE_PORT=0", "", "a-file is a file, where a folder is needed"),
                new Wrong("STELE_PORT=abc", "", "STELE_PORT (or --server.port): expected a number"),
                new Wrong("STELE_PORT=", "", "STELE_PORT is set and empty"),
                new Wrong("", "--server.port=70000", "got '70000'"),
                new Wrong("STELE_ADDRESS=no.such.host.invalid", "", "STELE_ADDRESS: expected an address"),
                new Wrong("STELE_PORT=0 STELE_HOSTS=https://board.example", "", "STELE_HOSTS: expected names without"),
                new Wrong("STELE_PORT=0 STELE_WEB_SILENCE=soon", "", "STELE_WEB_SILENCE: expected a time"),
                new Wrong("STELE_PORT=0 STELE_LONGEST_IDLE_DAYS=-1", "", "expected a whole number from 1"),
                new Wrong(
                        "STELE_PORT=0 STELE_KEYS_MASTER=c0ffee", "", "got something else, which is not repeated here"),
                new Wrong("STELE_PORT=0 STELE_KEYS_URL=http://h/d", "", "Expected STELE_KEYS_URL to be file:FOLDER"),
                new Wrong("", "change-master-key --to file:a-file", "master-key does not exist. Correct the name"),
                new Wrong("", "change-master-key", "--to=MASTER"),
                new Wrong("STELE_PORT=0 STELE_DEMO=perhaps", "", "STELE_DEMO: expected true or false"),
                new Wrong("STELE_PORT=0 STELE_DB_URL=", "", "STELE_DB_URL is set and empty"),
                new Wrong("STELE_DB_URL=postgres://h/d", "fsck", "expected jdbc:postgresql://HOST:PORT/DATABASE"),
                new Wrong("STELE_DB_URL=jdbc:postgresql://127.0.0.1:1/d", "fsck", "STELE_DB_QUERY_PASSWORD must be"),
                new Wrong(PASSWORDS + "STELE_DB_URL=jdbc:postgresql://h:70000/d", "fsck", "h:70000/d. Correct it"),
                new Wrong(
                        PASSWORDS + "STELE_DB_URL=jdbc:postgresql://no.such.host.invalid:5432/d",
                        "fsck",
                        "its host is not known"),
                new Wrong(PASSWORDS + "STELE_DB_URL=jdbc:postgresql://127.0.0.1:1/d", "migrate", "nothing answers"),
                new Wrong(
                        PASSWORDS + "STELE_PORT=0 STELE_DB_URL=jdbc:postgresql://no.such.host.invalid:5432/d",
                        "",
                        "its host is not known"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void is_answered_with_what_was_expected_and_exit_code_2_and_makes_nothing(Wrong wrong) throws Exception {
        Files.createDirectory(directory.resolve("empty"));
        Files.createFile(directory.resolve("a-file"));

        CommandResult result = run(variables(wrong), words(wrong.arguments()));

        assertThat(result.exitCode()).as(result.output()).isEqualTo(2);
        assertThat(result.output()).contains(wrong.answer()).doesNotContain("\tat ", "Exception");
        assertThat(entries(directory)).containsExactlyInAnyOrder("empty", "a-file");
        assertThat(entries(directory.resolve("empty"))).isEmpty();
    }

    /** What the file of the views' key holds, and what came instead of a key. */
    record NoKey(byte[] content, String came) {}

    static List<NoKey> noKeys() {
        byte[] garbage = new byte[64];
        new Random(20_261_129).nextBytes(garbage);
        return List.of(
                new NoKey(new byte[0], "got nothing"),
                new NoKey(garbage, "got as many characters, of which some are no such digits"),
                new NoKey("ab".repeat(31).getBytes(US_ASCII), "got 62 characters"),
                new NoKey("ab".repeat(33).getBytes(US_ASCII), "got 66 characters"),
                new NoKey(new byte[100_000], "got far more"));
    }

    @ParameterizedTest
    @MethodSource("noKeys")
    void a_file_that_holds_no_key_of_the_views_is_named_before_anything_is_checked(NoKey file) throws Exception {
        Files.write(directory.resolve("a-key"), file.content());

        CommandResult result = run(Map.of("STELE_VIEWS_KEY", "a-key"), "fsck");

        assertThat(result.exitCode()).as(result.output()).isEqualTo(2);
        assertThat(result.output())
                .contains("a-key holds no secret: expected 64 hexadecimal digits, " + file.came() + ". Restore it")
                .doesNotContain("\tat ", "Exception");
        assertThat(Files.readAllBytes(directory.resolve("a-key"))).isEqualTo(file.content());
    }

    @Test
    void a_folder_is_no_key_of_the_views() throws Exception {
        Files.createDirectory(directory.resolve("a-key"));

        CommandResult result = run(Map.of("STELE_VIEWS_KEY", "a-key"), "fsck");

        assertThat(result.exitCode()).as(result.output()).isEqualTo(2);
        assertThat(result.output()).contains("a-key: a folder, where a file with a secret is needed");
    }

    @Test
    void a_port_that_is_taken_is_named_before_anything_is_started() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());

            CommandResult result = run(Map.of("STELE_PORT", port, "STELE_HOME", "home"));

            assertThat(result.exitCode()).as(result.output()).isEqualTo(2);
            assertThat(result.output()).contains("Port " + port + " of 127.0.0.1", "set STELE_PORT");
            assertThat(directory.resolve("home")).doesNotExist();
        }
    }

    @Test
    void a_server_that_is_not_there_is_not_reachable() throws Exception {
        Files.createFile(directory.resolve("some.csv"));
        for (String server : List.of("http://no.such.host.invalid:8080", "http://127.0.0.1:1")) {
            CommandResult result =
                    run(Map.of("STELE_TOKEN", "a-token"), "import", "filings", "some.csv", "--server", server);

            assertThat(result.exitCode()).as(result.output()).isEqualTo(3);
            assertThat(result.output())
                    .contains("No Stele answers on " + server)
                    .doesNotContain("null", "\tat ");
        }
    }

    private CommandResult run(Map<String, String> variables, String... arguments) throws Exception {
        return RunningApplication.run(
                RunningApplication.jar("standalone", "stele.jar"), directory, variables, arguments);
    }

    private static Map<String, String> variables(Wrong wrong) {
        return Stream.of(words(wrong.variables()))
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(half -> half[0], half -> half[1]));
    }

    private static String[] words(String text) {
        return text.isBlank() ? new String[0] : text.strip().split(" ");
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

package org.stele.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleLedger;
import org.stele.ledger.sample.SampleLog;

/** What the specification says of single points, one sentence each; the answers are written by hand. */
public final class RuleCorpus {

    private static final NoteKey LOG = SampleKeys.LOG.key();
    private static final NoteKey NEXT = SampleKeys.NEXT_LOG.key();
    private static final NoteKey ONE = SampleKeys.WITNESS_1.key();
    private static final NoteKey TWO = SampleKeys.WITNESS_2.key();

    private static final String HASH = "ab".repeat(32);

    private final List<Map<String, Object>> texts = new ArrayList<>();

    private RuleCorpus() {}

    /** Texts of one kind each, valid or not. */
    public static List<Map<String, Object>> texts() {
        RuleCorpus corpus = new RuleCorpus();
        corpus.leaves();
        corpus.bodies();
        corpus.policies();
        return corpus.texts;
    }

    private void add(String kind, String rule, boolean valid, String text) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("kind", kind);
        one.put("rule", rule);
        one.put("valid", valid);
        one.put("text", Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
        texts.add(one);
    }

    private void leaf(String rule, boolean valid, String from, String to) {
        String leaf = "{\"commitment\":\"" + HASH + "\",\"id\":\"00000000-0000-0000-0000-000000000000\",\"position\":5,"
                + "\"previousInState\":\"" + HASH
                + "\",\"recordedAt\":\"2026-01-01T00:00:00.000000Z\",\"state\":\"AUS\",\"stateSequence\":2,\"v\":1}";
        if (!leaf.contains(from)) {
            throw new IllegalArgumentException("Nothing to change: " + from);
        }
        add("leaf", rule, valid, leaf.replace(from, to));
    }

    private void leaves() {
        leaf("a leaf", true, "", "");
        leaf(
                "any UUID in lower case",
                true,
                "00000000-0000-0000-0000-000000000000",
                "ffffffff-ffff-ffff-ffff-ffffffffffff");
        leaf("no upper case", false, "00000000-0000", "0000000A-0000");
        leaf("the year 0000 is a year", true, "2026-01-01", "0000-01-01");
        leaf("the year 0000 is a leap year", true, "2026-01-01", "0000-02-29");
        leaf("the year 1900 is none", false, "2026-01-01", "1900-02-29");
        leaf("the year 9999", true, "2026-01-01", "9999-12-31");
        leaf("no year of five digits", false, "2026-01-01", "+10000-01-01");
        leaf("no hour 24", false, "T00:00:00", "T24:00:00");
        leaf("no leap second", false, "T00:00:00", "T23:59:60");
        leaf("no month 13", false, "2026-01-01", "2026-13-01");
        leaf("six digits of a second", false, ".000000Z", ".000Z");
        leaf("no lower-case z", false, "000000Z", "000000z");
        leaf("stateSequence may be the position", true, "\"stateSequence\":2", "\"stateSequence\":5");
        leaf("stateSequence is not above the position", false, "\"stateSequence\":2", "\"stateSequence\":6");
        leaf("the first of a State has no previous one", false, "\"stateSequence\":2", "\"stateSequence\":1");
        leaf("a later one has", false, "\"previousInState\":\"" + HASH + "\"", "\"previousInState\":null");
        leaf("no sequence without a State", false, "\"AUS\"", "null");
        leaf("2^53 is a position", true, "\"position\":5", "\"position\":9007199254740992");
        leaf("2^53 + 1 is none", false, "\"position\":5", "\"position\":9007199254740993");
        leaf("no position 0", false, "\"position\":5", "\"position\":0");
        leaf("no leading zero", false, "\"position\":5", "\"position\":05");
        leaf("no newline at the end", false, "\"v\":1}", "\"v\":1}\n");
        leaf("no white space", false, ",\"v\"", ", \"v\"");
        leaf("no other version", false, "\"v\":1", "\"v\":2");
    }

    private void body(String rule, boolean valid, String payload, String tags) {
        add(
                "body",
                rule,
                valid,
                "{\"metadata\":{},\"payload\":" + payload + ",\"tags\":[" + tags
                        + "],\"type\":\"a.B\",\"typeVersion\":\"1\"}");
    }

    private void bodies() {
        body("a body", true, "{\"a\":1}", "\"memberState=AUS\",\"x\"");
        body("white space around the two values", true, " \t\r\n{ \"a\" : 1 } ", "");
        body("no white space elsewhere", false, "1", " \"x\"");
        body("64 levels, the outermost object not counted", true, "[".repeat(64) + "]".repeat(64), "");
        body("65 levels", false, "[".repeat(65) + "]".repeat(65), "");
        body("a number of 64 characters", true, "1".repeat(64), "");
        body("a number of 65 characters", false, "1".repeat(65), "");
        body("a number of 65 characters with its sign", false, "-" + "1".repeat(64), "");
        body("names are compared with their escapes resolved", false, "{\"a\":1,\"\\u0061\":2}", "");
        body("names in two objects", true, "{\"a\":{\"a\":1}}", "");
        body(
                "tags are compared with their escapes resolved",
                false,
                "1",
                "\"memberState=AUS\",\"\\u006demberState=AUS\"");
        body("half of a surrogate pair, escaped, is JSON", true, "\"\\ud800\"", "");
        body("no control character in a string", false, "\"\n\"", "");
        body("no byte order mark", false, "\ufeff1", "");
    }

    private void policy(String rule, boolean valid, String... lines) {
        add("policy", rule, valid, String.join("\n", lines) + "\n");
    }

    private void policies() {
        String log = "log " + LOG;
        String one = "witness one " + ONE;
        String two = "witness two " + TWO;
        policy("a policy", true, log, one, two, "group both all one two", "quorum both");
        policy("comments and empty lines", true, "# a comment", "", " \t", "\t# another", log, "quorum none");
        policy("no comment after a line", false, log, "quorum none # nobody");
        policy("spaces and tabs around words", true, " \t" + log.replace(" ", " \t ") + "\t", "quorum\tnone ");
        policy("logs and witnesses in any order", true, one, log, "quorum one", two);
        policy("the quorum may come before the logs", true, "quorum none", log);
        add("policy", "the last newline may be missing", true, log + "\nquorum none");
        policy("no carriage return", false, log + "\r", "quorum none\r");
        policy("no carriage return in a comment", false, "# a\r", log, "quorum none");
        policy("no form feed", false, log, "\f", "quorum none");
        policy("no delete character", false, "# \u007f", log, "quorum none");
        policy("names may be beyond ASCII", true, log, "witness \u00e9\u4e00 " + ONE, "quorum \u00e9\u4e00");
        policy("one quorum", false, log, "quorum none", "quorum none");
        policy("a quorum", false, log);
        policy("a log", false, one, "quorum one");
        policy("no forward reference of a quorum", false, log, "quorum one", one);
        policy("no forward reference of a group", false, log, "group g any one", one, "quorum g");
        policy("no group of itself", false, log, "group g any g", "quorum g");
        policy(
                "groups of groups",
                true,
                log,
                one,
                two,
                "group a any one",
                "group b 1 two",
                "group c 2 a b",
                "quorum c");
        policy("a name is a member once", false, log, one, two, "group a any one", "group b any one two", "quorum b");
        policy("a name is a member once in its group", false, log, one, "group a any one one", "quorum a");
        policy("none is no member", false, log, one, "group a any none one", "quorum a");
        policy("none is no name", false, log, "witness none " + ONE, "quorum none");
        policy("witnesses and groups share their names", false, log, one, two, "group one any two", "quorum one");
        policy("a group has a member", false, log, one, "group g all", "quorum one");
        policy("at least one of a group", false, log, one, "group g 0 one", "quorum g");
        policy("at most all of a group", false, log, one, "group g 2 one", "quorum g");
        policy("no leading zero", false, log, one, two, "group g 01 one two", "quorum g");
        policy("a key once", false, log, log, "quorum none");
        policy("a key once, whatever the ranges", false, log + " sizes=0-5", log + " sizes=6-", "quorum none");
        policy("a witness once", false, log, one, "witness again " + ONE, "quorum one");
        policy("two keys of one log", true, log + " sizes=0-5", "log " + NEXT + " sizes=5-", "quorum none");
        policy("a log key has type 1", false, "log " + ONE, "quorum none");
        policy("a witness key has type 4", false, log, "witness one " + NEXT, "quorum one");
        policy("addresses", true, log + " https://a.example/", one + " https://b.example/", "quorum none");
        policy("a range, then an address", true, log + " sizes=0- https://a.example/", "quorum none");
        policy("no address, then a range", false, log + " https://a.example/ sizes=0-", "quorum none");
        policy("a range of one size", true, log + " sizes=5-5", "quorum none");
        policy("no range that goes down", false, log + " sizes=5-4", "quorum none");
        policy("a range has a beginning", false, log + " sizes=-4", "quorum none");
        policy("a range has a dash", false, log + " sizes=4", "quorum none");
        policy("words have one case", false, log, "Quorum none");
        policy("no other word", false, log, "threshold 1", "quorum none");
    }

    /** Whole logs, with the verdict and the number of State heads that were checked. */
    static List<Object> logs(Path scratch) throws IOException {
        SampleLedger ledger = new SampleLedger(43, 6);
        ledger.recordHeads();
        Map<String, String> whole = files(ledger, scratch.resolve("whole"));
        List<Object> logs = new ArrayList<>();
        String log = "log " + LOG;
        logs.add(log("with State heads", log, whole, true, 1));
        logs.add(log(
                "without states/checkpoint there are no State heads, and the log is verified",
                log,
                without(whole, "states/"),
                true,
                0));
        logs.add(log(
                "with states/checkpoint all of the second log has to be there",
                log,
                without(whole, "states/tile/entries/"),
                false,
                0));
        logs.add(log(
                "a range counts in sizes of the first log: the second has size 1", log + " sizes=6-6", whole, true, 1));
        logs.add(log("a range that ends below the first log's size", log + " sizes=0-5", whole, false, 0));
        Map<String, String> behind = files(new SampleLedger(43, 5), scratch.resolve("behind"));
        whole.forEach((path, bytes) -> {
            if (path.startsWith("states/")) {
                behind.put(path, bytes);
            }
        });
        logs.add(log("State heads of a size that the first log does not have", log, behind, false, 0));
        ledger.grow(9);
        logs.add(log("a first log that has gone on", log, files(ledger, scratch.resolve("on")), true, 1));
        logs.add(log(
                "a range that covers the first log's size and not the one that the last State heads name",
                log + " sizes=7-",
                files(ledger, scratch.resolve("on")),
                false,
                0));
        return logs;
    }

    private static Map<String, Object> log(
            String rule, String log, Map<String, String> files, boolean verified, int heads) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rule", rule);
        one.put("policy", log + "\nquorum none\n");
        one.put("verified", verified);
        one.put("stateHeads", heads);
        one.put("files", files);
        return one;
    }

    private static Map<String, String> without(Map<String, String> files, String prefix) {
        Map<String, String> rest = new TreeMap<>(files);
        rest.keySet().removeIf(path -> path.startsWith(prefix));
        return rest;
    }

    private static Map<String, String> files(SampleLedger ledger, Path directory) throws IOException {
        SampleLog.write(ledger, directory);
        Map<String, String> files = new TreeMap<>();
        try (var all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        directory.relativize(file).toString().replace('\\', '/'),
                        Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    /** What is published as {@code rules.json}. */
    static String json(Path scratch) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("texts", texts());
        all.put("logs", logs(scratch));
        return JsonText.of(all).replace("},{", "},\n{") + "\n";
    }

    /** Writes the vectors anew; they are committed, and change only when the format does. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), json(Files.createTempDirectory("rules")));
    }
}

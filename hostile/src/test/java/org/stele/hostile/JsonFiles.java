package org.stele.hostile;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stele.web.body.BodyReader;
import org.stele.web.problem.ProblemException;

/** Bodies of requests, of up to the mebibyte that a request may have. */
final class JsonFiles {

    private static final int MEBIBYTE = 1 << 20;

    private final List<HostileFile> files = new ArrayList<>();

    static List<HostileFile> all() {
        JsonFiles made = new JsonFiles();
        made.depths();
        made.sizes();
        made.forms();
        return made.files;
    }

    private void repeated(String name, String before, String again, int times, String after) {
        files.add(new HostileFile("json", name, () -> Repeated.of(before, again, times, after), JsonFiles::refusal));
    }

    private void add(String name, String text) {
        add(name, Samples.texts(text));
    }

    private void add(String name, byte[] bytes) {
        files.add(new HostileFile("json", name, () -> new ByteArrayInputStream(bytes), JsonFiles::refusal));
    }

    private static String refusal(InputStream bytes) {
        try {
            BodyReader.read(bytes, SampleBody.class);
            return "";
        } catch (ProblemException e) {
            return e.problem().detail();
        }
    }

    private void depths() {
        repeated("arrays within each other", "{\"answer\":", "[", MEBIBYTE, "");
        repeated("objects within each other", "", "{\"answer\":", 100_000, "");
        repeated("objects and arrays within each other", "", "{\"answer\":[", 90_000, "");
        repeated("depth in a field of text", "{\"text\":", "[", 500_000, "");
        repeated("ends without beginnings", "", "}", MEBIBYTE, "");
    }

    private void sizes() {
        repeated("a text of a mebibyte", "{\"text\":\"", "a", MEBIBYTE, "\"}");
        repeated("escapes", "{\"text\":\"", "\\u0061", 170_000, "\"}");
        repeated("a name of a mebibyte", "{\"", "a", MEBIBYTE, "\":1}");
        repeated("a number of a mebibyte", "{\"count\":", "9", MEBIBYTE, "}");
        repeated("a fraction of a mebibyte", "{\"score\":0.", "9", MEBIBYTE, "}");
        repeated("parts without end", "{\"parts\":[", "{\"name\":\"a\"},", 80_000, "{\"name\":\"a\"}]}");
        repeated("a part again and again", "{\"parts\":[", "1,", 500_000, "1]}");
        repeated("blanks", "{", " ", MEBIBYTE, "}");
        repeated("the same name again and again", "{", "\"count\":1,", 100_000, "\"count\":1}");
        add(
                "many names",
                IntStream.range(0, 70_000)
                        .mapToObj(i -> "\"n" + i + "\":1")
                        .collect(Collectors.joining(",", "{", "}")));
        add("many names of one hash", sameHash());
        for (String number : List.of(
                "1e999999999",
                "1e-999999999",
                "-1e400",
                "1E+2147483648",
                "0x10",
                "01",
                "NaN",
                "Infinity",
                "-",
                "1.",
                "--1")) {
            add("the count " + number, "{\"count\":" + number + "}");
            add("the score " + number, "{\"score\":" + number + "}");
        }
    }

    /** Names that a table of hashes puts into one place. */
    private static String sameHash() {
        return IntStream.range(0, 1 << 14)
                .mapToObj(i -> {
                    StringBuilder name = new StringBuilder();
                    for (int bit = 0; bit < 14; bit++) {
                        name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
                    }
                    return "\"" + name + "\":1";
                })
                .collect(Collectors.joining(",", "{\"answer\":{", "}}"));
    }

    private void forms() {
        add("nothing", "");
        add("null", "null");
        add("an array", "[]");
        add("a text", "\"text\"");
        add("two objects", "{}{}");
        add("a comment", "{/* a */}");
        add("single quotation marks", "{'count':1}");
        add("a comma too many", "{\"count\":1,}");
        add("half of a pair", "{\"text\":\"\\ud800\"}");
        add("a NUL", "{\"text\":\"a\\u0000b\"}");
        add("a mark of direction", "{\"text\":\"a\\u202eb\"}");
        add("a control", "{\"text\":\"a\u0001b\"}");
        add(
                "bytes that are not UTF-8",
                new byte[] {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xC0, (byte) 0x80, '"', '}'});
        add("UTF-16", "{\"count\":1}".getBytes(UTF_16LE));
        add("NULs alone", new byte[1_000]);
        add("the name of a class", "{\"@class\":\"javax.script.ScriptEngineManager\"}");
        add("a prototype", "{\"__proto__\":{\"admin\":true}}");
        add(
                "wrong types",
                "{\"filing\":1,\"state\":[],\"day\":{},\"text\":2,\"count\":\"1\",\"score\":true,\"declared\":\"no\",\"parts\":{},\"named\":[]}");
    }
}

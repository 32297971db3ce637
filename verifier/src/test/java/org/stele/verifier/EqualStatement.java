package org.stele.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stele.ledger.evidence.BundleSurgery;

/**
 * An EqualStatement is evidence that says the same as other evidence, in the ways of docs/spec/ledger.md, section 9.7: a
 * bundle without parts that it may have or not, and notes with other lines of signatures that nobody asked for. It is found
 * by comparing bytes, without the verifier.
 */
final class EqualStatement {

    private static final String OTHERWISE = "otherwise";
    private static final String NO_BRACKET = "a bracket is left out";
    private static final String NO_CONSISTENCY = "a consistency proof is left out";
    private static final String LINES = "signature lines: order, repetition, unknown names";

    private EqualStatement() {}

    /** In which way the mutant says the same; empty if it says another thing. */
    static Optional<String> ofBundle(byte[] original, byte[] mutant) {
        BundleSurgery before = BundleSurgery.open(original);
        BundleSurgery after = BundleSurgery.open(mutant);
        Set<String> ways = new TreeSet<>();
        int at = 0;
        for (String name : before.names()) {
            if (at < after.names().size() && after.names().get(at).equals(name)) {
                ways.add(ofMember(name, before.get(name), after.get(name)));
                at++;
            } else {
                ways.add(leftOut(name));
            }
        }
        boolean isPart = at == after.names().size() && !ways.contains(OTHERWISE);
        ways.remove("");
        return isPart ? Optional.of(String.join(", ", ways)) : Optional.empty();
    }

    private static String leftOut(String name) {
        if (name.startsWith("submitters/")) {
            return "the lists of what submitters signed are left out";
        }
        return name.startsWith("checkpoints/")
                ? NO_BRACKET
                : name.startsWith("consistency/") ? NO_CONSISTENCY : OTHERWISE;
    }

    private static String ofMember(String name, byte[] original, byte[] mutant) {
        if (Arrays.equals(original, mutant)) {
            return "";
        }
        boolean hasNote = name.startsWith("checkpoint") || name.startsWith("proofs/") || name.equals("states/proof");
        return hasNote ? ofText(original, mutant).orElse(OTHERWISE) : OTHERWISE;
    }

    /** The same for a note, or for a proof that ends with one: all above the signatures must be the same bytes. */
    static Optional<String> ofText(byte[] original, byte[] mutant) {
        String before = new String(original, UTF_8);
        String after = new String(mutant, UTF_8);
        int blank = before.lastIndexOf("\n\n") + 2;
        if (!Arrays.equals(after.getBytes(UTF_8), mutant)
                || !after.startsWith(before.substring(0, blank))
                || !after.endsWith("\n")) {
            return Optional.empty();
        }
        List<String> signed = before.substring(blank).lines().toList();
        List<String> keys = signed.stream().map(EqualStatement::key).toList();
        boolean same =
                after.substring(blank).lines().allMatch(line -> signed.contains(line) || !keys.contains(key(line)));
        return same ? Optional.of(LINES) : Optional.empty();
    }

    /** The name and the key id of a signature line. */
    private static String key(String line) {
        int space = line.lastIndexOf(' ');
        byte[] payload = Base64.getDecoder().decode(line.substring(space + 1));
        return line.substring(0, space) + Arrays.toString(Arrays.copyOf(payload, 4));
    }
}

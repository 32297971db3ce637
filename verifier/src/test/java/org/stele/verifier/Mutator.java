package org.stele.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.stele.ledger.evidence.BundleSurgery;

/** A Mutator changes true evidence at random, by byte and by structure. */
final class Mutator {

    private static final List<String> NUMBERS =
            List.of("0", "00", "1", "-1", "+1", "255", "256", "9007199254740993", "9223372036854775808", "1e3", " 1");

    private final Random random;

    Mutator(Random random) {
        this.random = random;
    }

    byte[] bytes(byte[] original) {
        byte[] mutant = original.clone();
        int at = random.nextInt(original.length);
        switch (random.nextInt(5)) {
            case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> mutant[at] = (byte) random.nextInt(256);
            case 2 -> mutant = Arrays.copyOf(original, at);
            case 3 -> mutant = spliced(original, at, at + 1 + random.nextInt(8), new byte[0]);
            default -> {
                byte[] more = new byte[1 + random.nextInt(4)];
                random.nextBytes(more);
                mutant = spliced(original, at, at, more);
            }
        }
        return mutant;
    }

    private static byte[] spliced(byte[] original, int from, int to, byte[] middle) {
        int end = Math.min(to, original.length);
        byte[] result = new byte[from + middle.length + original.length - end];
        System.arraycopy(original, 0, result, 0, from);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(original, end, result, from + middle.length, original.length - end);
        return result;
    }

    /** Moves, doubles, drops and exchanges lines, within a text and with another one of its kind. */
    byte[] lines(byte[] original, byte[] other) {
        List<String> lines = new ArrayList<>(List.of(text(original).split("\n", -1)));
        List<String> foreign = List.of(text(other).split("\n", -1));
        int at = random.nextInt(lines.size());
        int to = random.nextInt(lines.size());
        switch (random.nextInt(7)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(to, lines.get(at));
            case 2 -> lines.set(at, lines.set(to, lines.get(at)));
            case 3 -> lines.set(at, foreign.get(random.nextInt(foreign.size())));
            case 4 -> lines.add(at, foreign.get(random.nextInt(foreign.size())));
            case 5 -> lines.set(at, lines.get(at) + (random.nextBoolean() ? "\r" : " "));
            default -> lines.set(at, lines.get(at).replaceAll("[0-9]+", NUMBERS.get(random.nextInt(NUMBERS.size()))));
        }
        return String.join("\n", lines).getBytes(ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    /** Changes members and what is in them; container and manifest fit again afterwards. */
    byte[] structure(byte[] original, byte[] other) {
        return structure(BundleSurgery.open(original), BundleSurgery.open(other));
    }

    /** The same for bundles that are open already; the first is changed. */
    byte[] structure(BundleSurgery surgery, BundleSurgery other) {
        List<String> names = surgery.names();
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(9)) {
            case 0 -> surgery.remove(name);
            case 1 -> surgery.swap(random.nextInt(names.size()), random.nextInt(names.size()));
            case 2 -> surgery.rename(name, names.get(random.nextInt(names.size())));
            case 3 -> surgery.insert(random.nextInt(names.size()), name, surgery.get(name));
            case 4 -> transplant(surgery, name, other);
            case 5 ->
                surgery.replace(
                        name, bytes -> lines(bytes.length == 0 ? new byte[1] : bytes, surgery.get("checkpoint")));
            case 6 -> Forger.entries(surgery, "entries/000", this::leaves);
            case 7 -> surgery.replace("openings/000", bytes -> Forger.withoutRecord(bytes, random.nextInt(4)));
            default -> surgery.replace(name, bytes -> bytes.length == 0 ? new byte[1] : bytes(bytes));
        }
        return surgery.close();
    }

    private static void transplant(BundleSurgery surgery, String name, BundleSurgery from) {
        if (from.names().contains(name)) {
            surgery.replace(name, bytes -> from.get(name));
        }
    }

    private List<byte[]> leaves(List<byte[]> leaves) {
        int at = random.nextInt(leaves.size());
        int to = random.nextInt(leaves.size());
        switch (random.nextInt(4)) {
            case 0 -> leaves.remove(at);
            case 1 -> leaves.set(at, leaves.set(to, leaves.get(at)));
            case 2 -> leaves.add(to, leaves.get(at));
            default -> leaves.set(at, bytes(leaves.get(at)));
        }
        return leaves.isEmpty() ? List.of(new byte[0]) : leaves.subList(0, Math.min(leaves.size(), 256));
    }
}

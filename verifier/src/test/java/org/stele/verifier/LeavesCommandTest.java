package org.stele.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeavesCommandTest {

    private static final int VERIFIED = 0;
    private static final int NOT_VERIFIED = 1;
    private static final int WRONG_USE = 2;

    @TempDir
    private Path directory;

    @Test
    void a_true_export_is_verified_against_the_root_that_was_kept() throws IOException {
        List<Leaf> leaves = leaves(300);

        assertThat(verify(lines(leaves), root(leaves))).isEqualTo(VERIFIED);
    }

    @Test
    void nothing_is_verified_without_a_root_or_without_an_event() throws IOException {
        assertThat(run(lines(leaves(3)))).isEqualTo(NOT_VERIFIED);
        assertThat(verify(List.of(), root(List.of()))).isEqualTo(NOT_VERIFIED);
    }

    @Test
    void any_dropped_swapped_or_repeated_line_is_seen() throws IOException {
        List<Leaf> leaves = leaves(20);
        for (int at = 0; at < leaves.size(); at++) {
            List<String> dropped = new ArrayList<>(lines(leaves));
            String line = dropped.remove(at);
            assertThat(verify(dropped, root(leaves))).isEqualTo(NOT_VERIFIED);

            List<String> repeated = new ArrayList<>(lines(leaves));
            repeated.add(at, line);
            assertThat(verify(repeated, root(leaves))).isEqualTo(NOT_VERIFIED);
        }
    }

    @Test
    void any_changed_byte_of_a_line_that_the_check_reads_is_seen() throws IOException {
        List<Leaf> leaves = leaves(4);
        List<String> lines = lines(leaves);
        for (int at = 0; at < lines.get(2).length(); at++) {
            List<String> changed = new ArrayList<>(lines);
            char other = lines.get(2).charAt(at) == '7' ? '8' : '7';
            changed.set(2, lines.get(2).substring(0, at) + other + lines.get(2).substring(at + 1));
            assertThat(verify(changed, root(leaves))).as("byte %d", at).isEqualTo(NOT_VERIFIED);
        }
    }

    @Test
    void another_history_of_the_same_length_is_not_the_one_that_was_kept() throws IOException {
        assertThat(verify(lines(leaves(5)), root(leaves(6).subList(0, 4)))).isEqualTo(NOT_VERIFIED);
    }

    @Test
    void a_root_in_another_form_is_wrong_use() throws IOException {
        assertThat(verify(lines(leaves(1)), "abc")).isEqualTo(WRONG_USE);
    }

    private int verify(List<String> lines, String root) throws IOException {
        return run(lines, "--root", root);
    }

    private int run(List<String> lines, String... options) throws IOException {
        Path file = Files.write(directory.resolve("events.jsonl"), lines);
        List<String> arguments = new ArrayList<>(List.of("leaves", file.toString()));
        arguments.addAll(List.of(options));
        return Verify.execute(arguments.toArray(String[]::new));
    }

    private static List<Leaf> leaves(int count) {
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Hash previous = i < 2 ? null : leaves.get(i - 2).hash();
            leaves.add(new Leaf(
                    i + 1,
                    new UUID(0x4000, i),
                    Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i),
                    i % 2 == 0 ? "NOR" : "KEN",
                    (long) i / 2 + 1,
                    previous,
                    Hash.sha256(new byte[] {(byte) i})));
        }
        return leaves;
    }

    private static List<String> lines(List<Leaf> leaves) {
        return leaves.stream()
                .map(leaf -> "{\"eventId\":\"%s\",\"leafHash\":\"%s\",\"leaf\":\"%s\"}"
                        .formatted(
                                leaf.id(),
                                leaf.hash().hex(),
                                new String(leaf.encode(), StandardCharsets.UTF_8).replace("\"", "\\\"")))
                .toList();
    }

    private static String root(List<Leaf> leaves) {
        Frontier frontier = new Frontier();
        leaves.forEach(leaf -> frontier.append(leaf.hash(), tile -> {}));
        return frontier.root().hex();
    }
}

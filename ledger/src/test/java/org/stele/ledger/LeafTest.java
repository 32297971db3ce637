package org.stele.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LeafTest {

    private static final UUID ID = UUID.fromString("018f3c2e-7c1a-7b55-9d0e-2f6a1b3c4d5e");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Hash COMMITMENT = Commitment.of(new byte[16], "{}".getBytes(UTF_8));
    private static final Hash PREVIOUS = TreeHash.leaf(new byte[0]);

    private final Leaf first = new Leaf(1, ID, NOON, "RUS", 1L, null, COMMITMENT);
    private final Leaf later = new Leaf(42, ID, NOON.plusNanos(120_000), "RUS", 2L, PREVIOUS, COMMITMENT);
    private final Leaf stateless = new Leaf(7, ID, NOON, null, null, null, COMMITMENT);

    @Test
    void a_leaf_is_json_with_sorted_members_and_no_white_space() {
        assertThat(new String(later.encode(), UTF_8)).isEqualTo("""
                {"commitment":"%s","id":"018f3c2e-7c1a-7b55-9d0e-2f6a1b3c4d5e","position":42,"previousInState":"%s",\
                "recordedAt":"2026-11-23T12:00:00.000120Z","state":"RUS","stateSequence":2,"v":1}""".formatted(COMMITMENT.hex(), PREVIOUS.hex()));
    }

    @Test
    void json_readers_find_every_member_in_it() {
        JsonNode json = JsonMapper.shared().readTree(stateless.encode());
        assertThat(json.propertyNames())
                .containsExactly(
                        "commitment", "id", "position", "previousInState", "recordedAt", "state", "stateSequence", "v");
        assertThat(json.get("state").isNull()).isTrue();
        assertThat(json.get("stateSequence").isNull()).isTrue();
        assertThat(json.get("previousInState").isNull()).isTrue();
    }

    @Test
    void a_leaf_is_read_back_as_it_was_written() {
        for (Leaf leaf : List.of(first, later, stateless)) {
            assertThat(Leaf.parse(leaf.encode())).isEqualTo(leaf);
            assertThat(leaf.hash()).isEqualTo(TreeHash.leaf(leaf.encode()));
        }
    }

    @Test
    void bytes_that_differ_in_anything_from_the_canonical_ones_are_refused() {
        String json = new String(later.encode(), UTF_8);
        for (String other : List.of(
                json + "\n",
                json.replace(",", ", "),
                json.replace("\"v\":1", "\"v\":2"),
                json.replace("\"v\":1", "\"extra\":0,\"v\":1"),
                json.replace("000120Z", "00012Z"),
                json.replace("000120Z", "000120+00:00"),
                json.replace("2026-11-23T12", "2026-11-23T24"),
                json.replace("2026-11-23T12", "2026-11-23T90"),
                json.replace("2026-11-23", "2026-02-30"),
                json.replace("2026-11-23", "2026-13-23"),
                json.replace(COMMITMENT.hex(), COMMITMENT.hex().toUpperCase(Locale.ROOT)),
                json.replace("\"position\":42", "\"position\":042"),
                json.replace("\"stateSequence\":2", "\"stateSequence\":1"),
                json.replace("RUS", "Rus"))) {
            assertThatThrownBy(() -> Leaf.parse(other.getBytes(UTF_8)))
                    .as(other)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void of_all_bytes_that_differ_a_little_only_canonical_ones_are_read() {
        long seed = Long.getLong("seed", 20_261_129);
        System.out.println("LeafTest: -Dseed=" + seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<Leaf> leaves = List.of(first, later, stateless);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = changed(leaves.get(i % leaves.size()).encode(), random);
            try {
                assertThat(Leaf.parse(bytes).encode()).isEqualTo(bytes);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageNotContaining("Index");
            }
        }
    }

    /** One byte replaced by one that a leaf may hold, put in, or taken out; or the end cut off. */
    private static byte[] changed(byte[] bytes, SplittableRandom random) {
        String alphabet = "0123456789abcdefAZn\",:-.TZ{}";
        String text = new String(bytes, UTF_8);
        int at = random.nextInt(bytes.length);
        String other = String.valueOf(alphabet.charAt(random.nextInt(alphabet.length())));
        String changed = switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + other + text.substring(at);
            case 2 -> text.substring(0, at) + text.substring(at + 1);
            default -> text.substring(0, at) + other + text.substring(at + 1);
        };
        return changed.getBytes(UTF_8);
    }

    @Test
    void values_that_can_never_be_right_are_refused() {
        assertThatThrownBy(() -> new Leaf(0, ID, NOON, null, null, null, COMMITMENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Leaf(1, ID, NOON.plusNanos(1), null, null, null, COMMITMENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Leaf(1, ID, NOON, "RUS", 1L, PREVIOUS, COMMITMENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Leaf(1, ID, NOON, "RUS", 2L, null, COMMITMENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Leaf(1, ID, NOON, null, 1L, null, COMMITMENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Leaf(1, ID, NOON, "Russia", 1L, null, COMMITMENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_leaf_of_any_moment_is_written_as_its_values_are_spelled() {
        DateTimeFormatter microseconds = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);
        SplittableRandom random = new SplittableRandom(20261201);
        for (int i = 0; i < 2_000; i++) {
            long range = i % 2 == 0 ? 4_000_000_000L : 400_000_000_000L;
            Instant at = Instant.ofEpochSecond(random.nextLong(-range, range), 1_000 * random.nextLong(1_000_000));
            UUID id = new UUID(random.nextLong(), random.nextLong());
            long position = 1 + random.nextLong(1L << random.nextInt(1, 53));
            Hash commitment = Hash.sha256(id.toString().getBytes(UTF_8));
            Leaf leaf = i % 3 == 0
                    ? new Leaf(position, id, at, null, null, null, commitment)
                    : new Leaf(position + 1, id, at, "NOR", 2L, PREVIOUS, commitment);

            assertThat(new String(leaf.encode(), UTF_8))
                    .isEqualTo("{\"commitment\":\"" + commitment.hex()
                            + "\",\"id\":\"" + id
                            + "\",\"position\":" + leaf.position()
                            + ",\"previousInState\":" + (i % 3 == 0 ? "null" : "\"" + PREVIOUS.hex() + "\"")
                            + ",\"recordedAt\":\"" + microseconds.format(at)
                            + "\",\"state\":" + (i % 3 == 0 ? "null" : "\"NOR\"")
                            + ",\"stateSequence\":" + leaf.stateSequence()
                            + ",\"v\":1}");
        }
    }
}

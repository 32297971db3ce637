package org.stele.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.events.FilingId;
import org.stele.events.Sealed;
import org.stele.events.SubjectRef;
import org.stele.events.seal.Sealer;
import org.stele.events.seal.Seals.KeyNotHeld;
import org.stele.events.seal.Seals.OpenedReferences;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.schema.LedgerRoles;

/** What is sealed of a subject can be read while its key is there, and by nobody afterwards. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubjectKeysTest {

    private static final FilingId NOTICE = FilingId.named("notice");
    /** What a command creates. */
    private static final FilingId BY = FilingId.named("command");

    private static final FilingId ANOTHER = FilingId.named("another");
    private static final SubjectRef ONE = SubjectRef.parse("11111111-1111-4111-8111-111111111111");
    private static final SubjectRef TWO = SubjectRef.parse("22222222-2222-4222-8222-222222222222");
    private static final String CANARY = "canary of what is told of a person";
    private static final int NODES = 8;

    @TempDir
    private Path homes;

    private int made;

    /** Where the keys are: a folder, or a database of its own cluster. */
    enum Store {
        FOLDER,
        DATABASE
    }

    static Stream<Store> stores() {
        return Stream.of(Store.values());
    }

    private KeySettings settings(Store store, Map<String, String> more) {
        Path home = homes.resolve("home" + made++);
        Map<String, String> properties = new HashMap<>(more);
        if (store == Store.DATABASE) {
            TestDatabase database = TestDatabase.create();
            properties.put("stele.keys-url", database.jdbcUrl());
            properties.put("stele.keys-user", LedgerRoles.OWNER);
            properties.put("stele.keys-password", database.roles().ownerPassword());
        }
        return KeySettings.of(name -> properties.getOrDefault(name, ""), home);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_text_is_read_until_the_key_is_destroyed_and_by_nobody_afterwards(Store store) throws Exception {
        KeySettings settings = settings(store, Map.of());
        try (SubjectKeys keys = settings.open();
                SubjectKeys reader = settings.find().orElseThrow()) {
            Sealed sealed = keys.seal(BY, CANARY, ONE.value(), NOTICE);
            assertThat(sealed.box()).doesNotContain(CANARY);
            assertThat(reader.open(sealed, NOTICE)).isEqualTo(CANARY);
            assertThatExceptionOfType(GeneralSecurityException.class)
                    .isThrownBy(() -> reader.open(sealed, ANOTHER))
                    .isNotInstanceOf(KeyNotHeld.class);

            UUID key = keys.keyOf(ONE.value()).orElseThrow();
            assertThat(keys.destroy(key)).isTrue();

            assertThatExceptionOfType(KeyNotHeld.class).isThrownBy(() -> reader.open(sealed, NOTICE));
            assertThat(keys.keyOf(ONE.value())).isEmpty();
            assertThat(keys.holds(key)).isFalse();
            assertThat(keys.destroy(key)).isFalse();
            Sealed later = keys.seal(BY, CANARY, ONE.value(), NOTICE);
            assertThat(reader.open(later, NOTICE)).isEqualTo(CANARY);
            assertThat(keys.keyOf(ONE.value())).isPresent().get().isNotEqualTo(key);
            assertThatExceptionOfType(KeyNotHeld.class).isThrownBy(() -> reader.open(sealed, NOTICE));
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void of_several_references_only_the_one_whose_key_is_destroyed_is_lost(Store store) throws Exception {
        try (SubjectKeys keys = settings(store, Map.of()).open()) {
            Sealed sealed = keys.sealReferences(BY, List.of(ONE, TWO), NOTICE);
            assertThat(keys.openReferences(sealed, NOTICE)).isEqualTo(new OpenedReferences(List.of(ONE, TWO), 0));

            keys.destroy(keys.keyOf(ONE.value()).orElseThrow());

            assertThat(keys.openReferences(sealed, NOTICE)).isEqualTo(new OpenedReferences(List.of(TWO), 1));
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void of_nodes_that_make_the_key_of_one_subject_at_once_one_wins(Store store) throws Exception {
        KeySettings settings = settings(store, Map.of());
        try (SubjectKeys first = settings.open();
                SubjectKeys second = settings.open();
                ExecutorService threads = Executors.newFixedThreadPool(NODES)) {
            for (int round = 0; round < 20; round++) {
                UUID subject = UUID.nameUUIDFromBytes(("round " + round).getBytes(StandardCharsets.UTF_8));
                List<Callable<Sealed>> tries = new ArrayList<>();
                for (int node = 0; node < NODES; node++) {
                    SubjectKeys keys = node % 2 == 0 ? first : second;
                    tries.add(() -> keys.seal(BY, CANARY, subject, NOTICE));
                }
                List<Sealed> boxes = new ArrayList<>();
                for (Future<Sealed> each : threads.invokeAll(tries)) {
                    boxes.add(each.get());
                }
                for (Sealed box : boxes) {
                    assertThat(first.open(box, NOTICE)).isEqualTo(CANARY);
                }
                second.destroy(first.keyOf(subject).orElseThrow());
                for (Sealed box : boxes) {
                    assertThatExceptionOfType(KeyNotHeld.class).isThrownBy(() -> first.open(box, NOTICE));
                }
            }
        }
    }

    @Test
    void boxes_of_one_person_share_nothing_that_is_seen_without_the_store() throws Exception {
        try (SubjectKeys keys = settings(Store.FOLDER, Map.of()).open()) {
            Set<String> parts = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                byte[] box = Base64.getDecoder()
                        .decode(keys.sealReferences(FilingId.named("command " + i), List.of(ONE), NOTICE)
                                .box());
                for (int at = 0; at + 16 <= box.length; at++) {
                    assertThat(parts.add(new String(box, at, 16, StandardCharsets.ISO_8859_1)))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void what_a_command_seals_again_is_the_same_bytes_and_what_another_seals_is_not() throws Exception {
        try (SubjectKeys keys = settings(Store.FOLDER, Map.of()).open()) {
            Sealed references = keys.sealReferences(BY, List.of(ONE, TWO), NOTICE);
            assertThat(keys.sealReferences(BY, List.of(ONE, TWO), NOTICE)).isEqualTo(references);
            assertThat(keys.sealReferences(BY, List.of(TWO, ONE), NOTICE)).isNotEqualTo(references);
            Sealed text = keys.seal(BY, CANARY, ONE.value(), NOTICE);
            assertThat(keys.seal(BY, CANARY, ONE.value(), NOTICE)).isEqualTo(text);
            assertThat(keys.seal(BY, CANARY, TWO.value(), NOTICE)).isNotEqualTo(text);
            assertThat(keys.seal(BY, CANARY, ONE.value(), ANOTHER)).isNotEqualTo(text);
            assertThat(keys.seal(ANOTHER, CANARY, ONE.value(), NOTICE)).isNotEqualTo(text);
            assertThat(keys.sealReferences(ANOTHER, List.of(ONE, TWO), NOTICE)).isNotEqualTo(references);

            keys.destroy(keys.keyOf(ONE.value()).orElseThrow());

            assertThat(keys.seal(BY, CANARY, ONE.value(), NOTICE)).isNotEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void another_master_key_opens_the_store_and_the_one_before_does_not(Store store) throws Exception {
        Path next = homes.resolve("next" + made++);
        KeySettings before = settings(store, Map.of());
        Sealed sealed;
        try (SubjectKeys keys = before.open()) {
            sealed = keys.seal(BY, CANARY, ONE.value(), NOTICE);
            keys.seal(BY, CANARY, TWO.value(), NOTICE);
            keys.destroy(keys.keyOf(TWO.value()).orElseThrow());
        }
        List<String> wrapped = store == Store.FOLDER ? wrappedIn(before.home()) : List.of();

        MasterKeyChange change = before.changeMaster("file:" + next, "");
        MasterKeyChange again = before.changeMaster("file:" + next, "");

        assertThat(change.keys()).isEqualTo(4);
        assertThat(again.keys()).isZero();
        assertThat(change.after()).isNotEqualTo(change.before());
        assertThatIOException().isThrownBy(before::find).withMessageContaining("does not open the store");
        try (SubjectKeys keys = under(before, "file:" + next).open()) {
            assertThat(keys.open(sealed, NOTICE)).isEqualTo(CANARY);
            assertThat(keys.seal(BY, CANARY, ONE.value(), NOTICE)).isEqualTo(sealed);
            keys.destroy(keys.keyOf(ONE.value()).orElseThrow());
            assertThatExceptionOfType(KeyNotHeld.class).isThrownBy(() -> keys.open(sealed, NOTICE));
        }
        for (String each : wrapped) {
            assertThat(everything(before.home())).noneMatch(text -> text.contains(each));
        }
    }

    private static KeySettings under(KeySettings settings, String master) {
        return new KeySettings(
                settings.url(),
                settings.user(),
                settings.password(),
                master,
                "",
                settings.home(),
                settings.formerKey(),
                settings.environment());
    }

    /** The keys as the folder has them. */
    private static List<String> wrappedIn(Path home) throws IOException {
        List<String> all = Files.readString(keysOf(home), StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> line.matches("[A-Za-z0-9+/=]{70,}"))
                .toList();
        assertThat(all).isNotEmpty();
        return all;
    }

    private static Path keysOf(Path home) {
        return home.resolve("keys/subjects/keys");
    }

    @Test
    void the_folder_holds_no_reference_and_nothing_of_a_key_that_was_destroyed() throws Exception {
        KeySettings settings = settings(Store.FOLDER, Map.of());
        try (SubjectKeys keys = settings.open()) {
            keys.seal(BY, CANARY, ONE.value(), NOTICE);
            keys.seal(BY, CANARY, TWO.value(), NOTICE);
            UUID key = keys.keyOf(ONE.value()).orElseThrow();
            Path file = keysOf(settings.home());
            String wrapped = wrappedIn(settings.home()).getFirst();
            assertThat(Files.getPosixFilePermissions(file))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

            keys.destroy(key);

            assertThat(everything(settings.home()))
                    .noneMatch(text ->
                            text.contains(ONE.toString()) || text.contains(key.toString()) || text.contains(wrapped));
            assertThat(keys.keyOf(TWO.value())).isPresent();
        }
    }

    /** The content and the name of every file. */
    private static List<String> everything(Path folder) throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.add(file + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }

    @Test
    void hundreds_of_keys_are_found_by_who_opened_the_folder_before_and_after() throws Exception {
        KeySettings settings = settings(Store.FOLDER, Map.of());
        try (SubjectKeys keys = settings.open();
                SubjectKeys another = settings.open()) {
            Map<UUID, Sealed> sealed = new HashMap<>();
            for (int i = 0; i < 300; i++) {
                UUID subject = UUID.nameUUIDFromBytes(("person " + i).getBytes(StandardCharsets.UTF_8));
                sealed.put(subject, (i % 3 == 0 ? another : keys).seal(BY, CANARY + i, subject, NOTICE));
                if (i % 5 == 0) {
                    assertThat((i % 2 == 0 ? another : keys)
                                    .destroy(keys.keyOf(subject).orElseThrow()))
                            .isTrue();
                    sealed.remove(subject);
                    assertThat(another.keyOf(subject)).isEmpty();
                }
            }
            try (SubjectKeys later = settings.find().orElseThrow()) {
                for (SubjectKeys each : List.of(keys, another, later)) {
                    for (Map.Entry<UUID, Sealed> one : sealed.entrySet()) {
                        assertThat(each.open(one.getValue(), NOTICE)).startsWith(CANARY);
                        assertThat(each.keyOf(one.getKey())).isPresent();
                    }
                }
            }
        }
    }

    @Test
    void a_folder_that_came_back_from_its_copy_is_read_and_written_on() throws Exception {
        KeySettings settings = settings(Store.FOLDER, Map.of());
        try (SubjectKeys keys = settings.open()) {
            Sealed first = keys.seal(BY, CANARY, ONE.value(), NOTICE);
            UUID key = keys.keyOf(ONE.value()).orElseThrow();
            byte[] copy = Files.readAllBytes(keysOf(settings.home()));
            keys.destroy(key);
            Sealed lost = keys.seal(BY, CANARY, TWO.value(), NOTICE);

            Files.write(keysOf(settings.home()), copy);

            assertThat(keys.open(first, NOTICE)).isEqualTo(CANARY);
            assertThat(keys.holds(key)).isTrue();
            assertThatExceptionOfType(KeyNotHeld.class).isThrownBy(() -> keys.open(lost, NOTICE));
            Sealed again = keys.seal(BY, CANARY, TWO.value(), NOTICE);
            try (SubjectKeys later = settings.find().orElseThrow()) {
                assertThat(later.open(again, NOTICE)).isEqualTo(CANARY);
                assertThat(later.open(first, NOTICE)).isEqualTo(CANARY);
            }
        }
    }

    @Test
    void the_file_of_another_folder_is_not_taken_for_the_one_that_was_read() throws Exception {
        KeySettings settings = settings(Store.FOLDER, Map.of());
        try (SubjectKeys keys = settings.open()) {
            keys.seal(BY, CANARY, ONE.value(), NOTICE);
            byte[] copy = Files.readAllBytes(keysOf(settings.home()));
            Files.delete(keysOf(settings.home()));
            Sealed two = keys.seal(BY, CANARY, TWO.value(), NOTICE);
            assertThat(keys.keyOf(ONE.value())).isEmpty();

            Files.write(keysOf(settings.home()), copy);

            assertThatExceptionOfType(KeyNotHeld.class).isThrownBy(() -> keys.open(two, NOTICE));
            assertThat(keys.keyOf(ONE.value())).isPresent();
        }
    }

    @Test
    void of_two_keys_of_one_subject_the_first_is_used_until_it_is_destroyed() throws Exception {
        KeySettings settings = settings(Store.FOLDER, Map.of());
        try (SubjectKeys keys = settings.open()) {
            keys.seal(BY, CANARY, ONE.value(), NOTICE);
            UUID first = keys.keyOf(ONE.value()).orElseThrow();
            Path file = keysOf(settings.home());
            byte[] copy = Files.readAllBytes(file);
            keys.destroy(first);
            keys.seal(BY, CANARY, ONE.value(), NOTICE);
            UUID second = keys.keyOf(ONE.value()).orElseThrow();
            byte[] both = Files.readAllBytes(file);
            System.arraycopy(copy, 0, both, 0, 512);
            Files.write(file, both);

            try (SubjectKeys later = settings.find().orElseThrow()) {
                assertThat(later.keyOf(ONE.value())).contains(first);
                later.destroy(first);
                assertThat(later.keyOf(ONE.value())).contains(second);
            }
            try (SubjectKeys last = settings.find().orElseThrow()) {
                assertThat(last.keyOf(ONE.value())).contains(second);
            }
        }
    }

    @Test
    void damage_stops_with_the_place_and_makes_no_other_key() throws Exception {
        KeySettings settings = settings(Store.FOLDER, Map.of());
        try (SubjectKeys keys = settings.open()) {
            keys.seal(BY, CANARY, ONE.value(), NOTICE);
            keys.seal(BY, CANARY, TWO.value(), NOTICE);
            Path file = keysOf(settings.home());
            byte[] content = Files.readAllBytes(file);
            content[512 + 5] ^= 1;
            Files.write(file, content);

            assertThatExceptionOfType(KeysUnavailable.class)
                    .isThrownBy(() -> keys.seal(BY, CANARY, TWO.value(), NOTICE))
                    .withMessageContaining(
                            "holds no key of a subject from byte 512 on: it is not of the form \"stele subject key 1\". Restore the file from its copy");
            try (SubjectKeys later = settings.find().orElseThrow()) {
                assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(() -> later.keyOf(ONE.value()));
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(content);
        }
    }

    @Test
    void keys_that_an_earlier_version_kept_in_a_file_each_are_read_and_moved() throws Exception {
        KeySettings settings = settings(Store.FOLDER, Map.of());
        Path folder = settings.home().resolve("keys/subjects");
        Sealed one;
        Sealed two;
        try (SubjectKeys keys = settings.open()) {
            one = keys.seal(BY, CANARY, ONE.value(), NOTICE);
            two = keys.seal(BY, CANARY, TWO.value(), NOTICE);
        }
        List<String> earlier = asBefore(folder);
        try (SubjectKeys reader = settings.find().orElseThrow()) {
            assertThat(reader.open(one, NOTICE)).isEqualTo(CANARY);
            assertThat(folder.resolve("ids")).exists();
            try (SubjectKeys keys = settings.open()) {
                UUID key = keys.keyOf(TWO.value()).orElseThrow();

                assertThat(keys.destroy(key)).isTrue();

                assertThat(keys.seal(BY, CANARY, ONE.value(), NOTICE)).isEqualTo(one);
            }
            assertThat(folder.resolve("ids")).doesNotExist();
            assertThat(folder.resolve("tags")).doesNotExist();
            assertThat(reader.open(one, NOTICE)).isEqualTo(CANARY);
            assertThatExceptionOfType(KeyNotHeld.class).isThrownBy(() -> reader.open(two, NOTICE));
        }
        assertThat(everything(settings.home())).noneMatch(text -> text.contains(earlier.get(1)));
    }

    /** The new content had the first name, and the second was still that of what was overwritten. */
    @Test
    void a_key_of_an_earlier_version_is_moved_although_a_change_of_its_master_key_was_interrupted() throws Exception {
        KeySettings settings = settings(Store.FOLDER, Map.of());
        Path folder = settings.home().resolve("keys/subjects");
        Sealed one;
        try (SubjectKeys keys = settings.open()) {
            one = keys.seal(BY, CANARY, ONE.value(), NOTICE);
        }
        asBefore(folder);
        Path tag;
        try (Stream<Path> tags = Files.list(folder.resolve("tags"))) {
            tag = tags.findFirst().orElseThrow();
        }
        Files.delete(tag);
        Files.write(tag, new byte[300]);

        try (SubjectKeys keys = settings.open()) {
            keys.seal(BY, CANARY, TWO.value(), NOTICE);

            assertThat(folder.resolve("ids")).doesNotExist();
            assertThat(keys.open(one, NOTICE)).isEqualTo(CANARY);
            assertThat(keys.seal(BY, CANARY, ONE.value(), NOTICE)).isEqualTo(one);
        }
    }

    /** What the folder holds, in the form of before; how the keys are wrapped. */
    private static List<String> asBefore(Path folder) throws IOException {
        List<String> wrapped = new ArrayList<>();
        Files.createDirectories(folder.resolve("ids"));
        Files.createDirectories(folder.resolve("tags"));
        byte[] slots = Files.readAllBytes(folder.resolve("keys"));
        for (int at = 0; slots[at] != 0; at += 512) {
            String[] lines = new String(slots, at, 512, StandardCharsets.US_ASCII).split("\n");
            Path file = Files.writeString(
                    folder.resolve("ids").resolve(lines[1]),
                    String.join("\n", lines[0], lines[1], lines[2], lines[3], ""));
            Files.createLink(folder.resolve("tags").resolve(lines[2]), file);
            wrapped.add(lines[3]);
        }
        Files.write(folder.resolve("ids/key123.new"), new byte[0]);
        Files.delete(folder.resolve("keys"));
        return wrapped;
    }

    @Test
    void what_older_events_are_sealed_under_is_still_read() throws Exception {
        byte[] secret = new byte[Sealer.KEY_BYTES];
        Path file = Files.writeString(homes.resolve("former"), "0".repeat(64));
        KeySettings settings = settings(Store.FOLDER, Map.of("stele.protection-key", file.toString()));
        Sealer former = new Sealer(secret);
        try (SubjectKeys keys = settings.open()) {
            assertThat(keys.open(former.seal(CANARY, NOTICE), NOTICE)).isEqualTo(CANARY);
            assertThat(keys.openReferences(former.sealReferences(BY, List.of(ONE), NOTICE), NOTICE))
                    .isEqualTo(new OpenedReferences(List.of(ONE), 0));
            assertThat(keys.tag(ONE)).isNotEqualTo(former.tag(ONE));
        }
    }

    @Test
    void the_master_key_comes_from_a_variable_or_a_pkcs12_file_too() throws Exception {
        Path file = homes.resolve("master.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setEntry(
                "stele",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[32], "AES")),
                new KeyStore.PasswordProtection("secret".toCharArray()));
        try (var out = Files.newOutputStream(file)) {
            store.store(out, "secret".toCharArray());
        }
        for (Map<String, String> master : List.of(
                Map.of("stele.keys-master", "env:KEY", "KEY", "ab".repeat(32)),
                Map.of("stele.keys-master", "pkcs12:" + file + "#stele", "stele.keys-master-password", "secret"))) {
            KeySettings settings = settings(Store.FOLDER, master);
            try (SubjectKeys keys = settings.open();
                    SubjectKeys again = settings.open()) {
                assertThat(again.open(keys.seal(BY, CANARY, ONE.value(), NOTICE), NOTICE))
                        .isEqualTo(CANARY);
            }
            assertThat(settings.home().resolve("keys/master-key")).doesNotExist();
        }
    }

    @Test
    void another_master_key_is_refused_at_the_start() throws Exception {
        KeySettings settings = settings(Store.FOLDER, Map.of());
        settings.open().close();
        Files.writeString(settings.home().resolve("keys/master-key"), "1".repeat(64));

        assertThatIOException().isThrownBy(settings::open).withMessageContaining("does not open the store of the keys");
        assertThatIOException().isThrownBy(settings::find).withMessageContaining("does not open the store of the keys");
        assertThatIllegalArgumentException()
                .isThrownBy(settings(Store.FOLDER, Map.of("stele.keys-master", "env:NONE"))::open)
                .withMessageContaining("NONE holds no master key");
    }

    @Test
    void the_cluster_of_the_ledger_is_refused() {
        DataSource ledger = TestDatabase.create().owner();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Store.DATABASE, Map.of()).requireApartFrom(ledger))
                .withMessageContaining("another cluster");
        settings(Store.FOLDER, Map.of()).requireApartFrom(ledger);
    }

    @Test
    void who_only_reads_makes_nothing() throws Exception {
        KeySettings settings = settings(Store.FOLDER, Map.of());

        assertThat(settings.find()).isEmpty();
        assertThat(settings.home()).doesNotExist();
    }
}

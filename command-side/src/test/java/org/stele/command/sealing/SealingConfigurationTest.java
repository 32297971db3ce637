package org.stele.command.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.stele.eventstore.home.SigningHome;
import org.stele.keys.SubjectKeys;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SealingConfigurationTest {

    @TempDir
    private Path directory;

    @Test
    void the_first_start_makes_the_keys_for_their_owner_alone_and_the_next_one_finds_them() throws IOException {
        String first = keys(Map.of());

        for (String file : List.of("keys/master-key", "keys/subjects/secrets/tags", "keys/subjects/secrets/locators")) {
            assertThat(Files.getPosixFilePermissions(directory.resolve(file)))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
        assertThat(keys(Map.of())).isEqualTo(first);
    }

    @Test
    void settings_name_other_places() throws IOException {
        Path store = directory.resolve("elsewhere").resolve("keys");
        Path master = directory.resolve("master");

        String named = keys(Map.of("STELE_KEYS_URL", "file:" + store, "STELE_KEYS_MASTER", "file:" + master));

        assertThat(store.resolve("secrets/tags")).exists();
        assertThat(master).exists();
        assertThat(directory.resolve("keys")).doesNotExist();
        assertThat(keys(Map.of("STELE_KEYS_URL", ""))).isNotEqualTo(named);
    }

    @Test
    void an_address_that_is_none_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys(Map.of("STELE_KEYS_URL", "https://keys.example")))
                .withMessageContaining("file:FOLDER");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys(Map.of("STELE_KEYS_MASTER", "secret")))
                .withMessageContaining("pkcs12:PATH#ALIAS");
    }

    @Test
    void a_file_that_holds_no_master_key_is_refused_and_kept() throws IOException {
        Path file = Files.writeString(
                Files.createDirectories(directory.resolve("keys")).resolve("master-key"), "no key");

        assertThatIOException()
                .isThrownBy(() -> keys(Map.of()))
                .withMessageContaining(file.toString())
                .withMessageContaining("64 hexadecimal digits");
        assertThat(file).hasContent("no key");
    }

    /** The id of the store. */
    private String keys(Map<String, Object> variables) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("test", variables));
        try (SubjectKeys keys = SealingConfiguration.settings(environment, new SigningHome(directory))
                .open()) {
            return keys.id();
        }
    }
}

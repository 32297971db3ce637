package org.stele.command.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.stele.events.seal.Sealer;
import org.stele.eventstore.home.SigningHome;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SealingConfigurationTest {

    @TempDir
    private Path directory;

    @Test
    void the_first_start_makes_a_key_for_its_owner_alone_and_the_next_one_finds_it() throws IOException {
        Sealer first = sealer(Map.of());

        assertThat(Files.getPosixFilePermissions(directory.resolve("protection-key")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(sealer(Map.of()).id()).isEqualTo(first.id());
    }

    @Test
    void a_setting_names_another_file() throws IOException {
        Path other = directory.resolve("elsewhere").resolve("key");

        Sealer named = sealer(Map.of("STELE_PROTECTION_KEY", other.toString()));

        assertThat(other).exists();
        assertThat(directory.resolve("protection-key")).doesNotExist();
        assertThat(sealer(Map.of("STELE_PROTECTION_KEY", "")).id()).isNotEqualTo(named.id());
    }

    @Test
    void a_file_that_holds_no_key_is_refused_and_kept() throws IOException {
        Path file = Files.writeString(directory.resolve("protection-key"), "no key");

        assertThatIOException()
                .isThrownBy(() -> sealer(Map.of()))
                .withMessageContaining(file.toString())
                .withMessageContaining("64 hexadecimal digits");
        assertThat(file).hasContent("no key");
    }

    private Sealer sealer(Map<String, Object> variables) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("test", variables));
        return new SealingConfiguration().protectionSealer(environment, new SigningHome(directory));
    }
}

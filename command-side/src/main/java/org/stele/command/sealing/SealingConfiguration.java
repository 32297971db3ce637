package org.stele.command.sealing;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.stele.events.seal.Sealer;
import org.stele.eventstore.home.SecretFile;
import org.stele.eventstore.home.SigningHome;

/** The key that seals protected claims, outside the database. */
@Configuration(proxyBeanMethods = false)
public class SealingConfiguration {

    static final String FILE = "protection-key";

    /**
     * STELE_PROTECTION_KEY names the file, by default protection-key in STELE_HOME; the first start makes it. Whoever loses
     * it can no longer read what is sealed, and every proof still holds.
     */
    @Bean
    Sealer protectionSealer(Environment environment, SigningHome home) throws IOException {
        String named = environment.getProperty("stele.protection-key", "");
        Path file = named.isBlank() ? home.directory().resolve(FILE) : Path.of(named);
        return new Sealer(new SecretFile(file).readOrCreate());
    }
}

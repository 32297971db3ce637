package org.stele.command.signing;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.Environment;
import org.stele.eventstore.home.KeyFile;
import org.stele.eventstore.home.SigningHome;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.home.SigningRefused;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.eventstore.witness.Witness;

/**
 * The signing settings of a node, from its environment: {@code STELE_HOME}, {@code STELE_ORIGIN},
 * {@code STELE_SIGNING_KEY} and {@code STELE_SIGNING_KEY_PASSWORD}, the same with {@code _NEXT} while a key is
 * replaced, {@code STELE_WITNESSES}, and {@code STELE_WITNESS_PATIENCE}.
 */
record SigningProperties(Environment environment) {

    static final String DEFAULT_ORIGIN = "stele.local/ledger";

    SigningHome home() {
        String named = environment.getProperty("stele.home", "");
        return new SigningHome(
                Path.of(named.isBlank() ? "stele-data" : named).toAbsolutePath().normalize());
    }

    /** An invalid key or witness is refused with an explanation. */
    CheckpointSigner.Settings settings() {
        try {
            return read();
        } catch (FileSystemException e) {
            throw new SigningRefused(
                    "The file %s cannot be read or written (%s). Correct its name, its owner or its mode."
                            .formatted(
                                    e.getFile(),
                                    e.getReason() == null ? e.getClass().getSimpleName() : e.getReason()));
        } catch (IOException | IllegalArgumentException e) {
            throw new SigningRefused(String.valueOf(e.getMessage()));
        }
    }

    private Duration witnessTimeout(Duration defaults) {
        try {
            return environment.getProperty("stele.witness-patience", Duration.class, defaults);
        } catch (ConversionException e) {
            throw new IllegalArgumentException(
                    "STELE_WITNESS_PATIENCE: expected a time such as 2s or 500ms, got '%s'. Correct it."
                            .formatted(environment.getProperty("stele.witness-patience")),
                    e);
        }
    }

    /** Whether there is a key already; otherwise one is made on first use. */
    boolean hasKey() {
        return Files.exists(first().path());
    }

    private CheckpointSigner.Settings read() throws IOException {
        CheckpointSigner.Settings defaults = CheckpointSigner.Settings.defaults(keys(), home(), witnesses());
        return new CheckpointSigner.Settings(
                defaults.keys(),
                defaults.home(),
                defaults.witnesses(),
                defaults.interval(),
                defaults.headsInterval(),
                witnessTimeout(defaults.witnessTimeout()));
    }

    private SigningKeys keys() throws IOException {
        List<KeyFile> next = new ArrayList<>();
        String named = environment.getProperty("stele.signing.key-next", "");
        if (!named.isBlank()) {
            next.add(new KeyFile(Path.of(named), environment.getProperty("stele.signing.key-next-password", "")));
        }
        return SigningKeys.open(environment.getProperty("stele.origin", DEFAULT_ORIGIN), first(), next);
    }

    private KeyFile first() {
        String named = environment.getProperty("stele.signing.key", "");
        return new KeyFile(
                named.isBlank() ? home().key() : Path.of(named),
                environment.getProperty("stele.signing.key-password", ""));
    }

    private List<Witness> witnesses() {
        try {
            return Witness.parse(environment.getProperty("stele.witnesses", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("STELE_WITNESSES: " + e.getMessage(), e);
        }
    }
}

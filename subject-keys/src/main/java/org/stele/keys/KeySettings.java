package org.stele.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.stele.events.seal.Sealer;
import org.stele.eventstore.home.SecretFile;
import org.stele.eventstore.jdbc.LedgerPool;

/**
 * Where the keys of subjects are, and what wraps them (docs/operating/settings.md).
 *
 * @param url {@code file:} and a folder, or {@code jdbc:postgresql:} of a database in another cluster; blank for the folder
 *     {@code keys/subjects} of the home
 * @param user of that database; blank where the address names one
 * @param master {@code file:PATH}, {@code env:NAME} or {@code pkcs12:PATH#ALIAS}; blank for {@code keys/master-key} of the home
 * @param masterPassword of the PKCS#12 file
 * @param formerKey the file of the one key that older events are sealed under
 */
public record KeySettings(
        String url,
        String user,
        String password,
        String master,
        String masterPassword,
        Path home,
        Path formerKey,
        UnaryOperator<String> environment) {

    private static final int SECRET_BYTES = 32;
    private static final int CONNECTIONS = 4;

    /** @param property the value of a property or variable; empty where it is not set */
    public static KeySettings of(UnaryOperator<String> property, Path home) {
        String former = property.apply("stele.protection-key");
        return new KeySettings(
                property.apply("stele.keys-url"),
                property.apply("stele.keys-user"),
                property.apply("stele.keys-password"),
                property.apply("stele.keys-master"),
                property.apply("stele.keys-master-password"),
                home,
                former.isBlank() ? home.resolve("protection-key") : Path.of(former),
                property);
    }

    /** The keys; the store and, where it is a file, the master key are made where they are not there yet. */
    public SubjectKeys open() throws IOException {
        KeyRecords records = records(true);
        MasterKey masterKey = master(true).orElseThrow();
        return new SubjectKeys(
                records,
                masterKey,
                secret(records, masterKey, SubjectKeys.TAGS),
                secret(records, masterKey, SubjectKeys.LOCATORS),
                new KeyedIds(secret(records, masterKey, SubjectKeys.IDS)),
                former());
    }

    /**
     * Refuses settings that cannot be used, so that a start says so before anything is opened.
     *
     * @throws IOException where the master key cannot be read, or does not open the store that is there
     * @throws IllegalArgumentException for an address or a master key of another form
     */
    public void requireUsable() throws IOException {
        find().ifPresent(SubjectKeys::close);
    }

    /** The keys for who only reads; empty where the store or the master key is not there yet. */
    public Optional<SubjectKeys> find() throws IOException {
        MasterKey masterKey = master(false).orElse(null);
        KeyRecords records = records(false);
        Optional<byte[]> tags = records.secret(SubjectKeys.TAGS);
        Optional<byte[]> locators = records.secret(SubjectKeys.LOCATORS);
        Optional<byte[]> ids = records.secret(SubjectKeys.IDS);
        if (masterKey == null || tags.isEmpty() || locators.isEmpty() || ids.isEmpty()) {
            records.close();
            return Optional.empty();
        }
        return Optional.of(new SubjectKeys(
                records,
                masterKey,
                unwrapped(masterKey, SubjectKeys.TAGS, tags.get()),
                unwrapped(masterKey, SubjectKeys.LOCATORS, locators.get()),
                new KeyedIds(unwrapped(masterKey, SubjectKeys.IDS, ids.get())),
                former()));
    }

    /**
     * Wraps every key of the store under another master key, which is made where it is a file that is not there. Nodes of the
     * ledger must not run meanwhile: a key that one of them makes would still be under the master key of before.
     *
     * @param to {@code file:PATH}, {@code env:NAME} or {@code pkcs12:PATH#ALIAS}
     * @param toPassword of the PKCS#12 file
     * @throws IOException where one of the master keys cannot be read, or the present one does not open the store
     */
    public MasterKeyChange changeMaster(String to, String toPassword) throws IOException {
        MasterKey before = master(false)
                .orElseThrow(() -> new NoSuchFileException(masterFile().toString()));
        MasterKey after = new KeySettings(url, user, password, to, toPassword, home, formerKey, environment)
                .master(true)
                .orElseThrow();
        try (KeyRecords records = records(false)) {
            int keys = records.rewrap((wrapped, context) -> rewrapped(before, after, wrapped, context));
            return new MasterKeyChange(keys, before.id(), after.id());
        }
    }

    private static byte[] rewrapped(MasterKey before, MasterKey after, byte[] wrapped, byte[] context) {
        byte[] key = null;
        try {
            try {
                key = after.unwrap(wrapped, context);
                return wrapped;
            } catch (GeneralSecurityException notYet) {
                key = before.unwrap(wrapped, context);
                return after.wrap(key, context);
            }
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable(
                    "A key is under neither master key, %s nor %s".formatted(before.id(), after.id()), e);
        } finally {
            if (key != null) {
                LocalMasterKey.forget(key);
            }
        }
    }

    /**
     * Refuses a store in the cluster of the ledger: its backups, which are kept for years, would keep every key that is shredded.
     *
     * @throws IllegalArgumentException where both are one cluster
     */
    public void requireApartFrom(DataSource ledger) {
        if (url.startsWith("jdbc:postgresql:")) {
            try (LedgerPool keys = database()) {
                if (KeyTable.cluster(keys) == KeyTable.cluster(ledger)) {
                    throw new IllegalArgumentException(
                            "STELE_KEYS_URL names the cluster of the ledger's own database: its backups would keep every key that is shredded. Name a database of another cluster, or a folder.");
                }
            }
        }
    }

    /** What older events are sealed under; null where there is none. */
    public @Nullable Sealer former() throws IOException {
        return new SecretFile(formerKey).read().map(Sealer::new).orElse(null);
    }

    private KeyRecords records(boolean isWriter) {
        if (url.startsWith("jdbc:postgresql:")) {
            KeyTable table = new KeyTable(database());
            return isWriter ? table.prepared() : table;
        }
        if (url.isBlank() || url.startsWith("file:")) {
            return new KeyFolder(url.isBlank() ? home.resolve("keys").resolve("subjects") : path(url));
        }
        throw new IllegalArgumentException(
                "Expected STELE_KEYS_URL to be file:FOLDER, or jdbc:postgresql://HOST/DATABASE of another cluster than the ledger's.");
    }

    private LedgerPool database() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (!user.isBlank()) {
            source.setUser(user);
            source.setPassword(password);
        }
        source.setApplicationName("stele subject keys");
        LedgerPool pool = new LedgerPool();
        pool.setPoolName("subject keys");
        pool.setDataSource(source);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        return pool;
    }

    private static Path path(String address) {
        String rest = address.substring(address.indexOf(':') + 1);
        return rest.startsWith("//") ? Path.of(URI.create(address)) : Path.of(rest);
    }

    private Optional<MasterKey> master(boolean isWriter) throws IOException {
        try {
            if (master.startsWith("env:")) {
                String name = master.substring("env:".length());
                return Optional.of(LocalMasterKey.ofHex(name, environment.apply(name)));
            }
            if (master.startsWith("pkcs12:")) {
                return Optional.of(pkcs12(master.substring("pkcs12:".length())));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("The master key of STELE_KEYS_MASTER cannot be read: " + e.getMessage(), e);
        }
        if (!master.isBlank() && !master.startsWith("file:")) {
            throw new IllegalArgumentException(
                    "Expected a master key as file:PATH, env:NAME or pkcs12:PATH#ALIAS, got something else, which is not repeated here since it may be a key.");
        }
        return isWriter
                ? Optional.of(LocalMasterKey.ofFileOrNew(masterFile()))
                : Optional.ofNullable(LocalMasterKey.ofFile(masterFile()));
    }

    private Path masterFile() {
        return master.isBlank() ? home.resolve("keys").resolve("master-key") : path(master);
    }

    private LocalMasterKey pkcs12(String place) throws IOException, GeneralSecurityException {
        int hash = place.lastIndexOf('#');
        if (hash < 0) {
            throw new IllegalArgumentException(
                    "Expected a master key with an alias, pkcs12:PATH#ALIAS, got no # in it.");
        }
        return LocalMasterKey.ofPkcs12(
                Path.of(place.substring(0, hash)), place.substring(hash + 1), masterPassword.toCharArray());
    }

    private static byte[] secret(KeyRecords records, MasterKey master, String name) throws IOException {
        Optional<byte[]> there = records.secret(name);
        if (there.isPresent()) {
            return unwrapped(master, name, there.get());
        }
        byte[] made = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(made);
        try {
            return unwrapped(master, name, records.keepSecret(name, master.wrap(made, name.getBytes(US_ASCII))));
        } catch (GeneralSecurityException e) {
            throw new IOException("The master key %s cannot be used: %s".formatted(master.id(), e.getMessage()), e);
        }
    }

    private static byte[] unwrapped(MasterKey master, String name, byte[] wrapped) throws IOException {
        try {
            return master.unwrap(wrapped, name.getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "The master key %s does not open the store of the keys: it is another store's, or another master key's. Restore the one that belongs to it (docs/operating/security.md)."
                            .formatted(master.id()),
                    e);
        }
    }

    /** Tells no password. */
    @Override
    public String toString() {
        return "KeySettings[" + url + "]";
    }
}

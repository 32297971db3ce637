package org.stele.eventstore.signing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.fsck.ChainCheck;
import org.stele.eventstore.fsck.FsckRun;
import org.stele.eventstore.fsck.PinnedRoot;
import org.stele.eventstore.fsck.PinsCheck;
import org.stele.eventstore.home.Pins;
import org.stele.eventstore.home.Pins.AcceptedRoot;
import org.stele.eventstore.home.Pins.Pin;
import org.stele.eventstore.home.SignedPins;
import org.stele.eventstore.home.SigningHome;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.home.SigningRefused;
import org.stele.eventstore.jdbc.Query;
import org.stele.eventstore.log.ChainHead;
import org.stele.eventstore.log.CheckpointRows;
import org.stele.eventstore.log.LedgerTiles;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.log.TrustedKeys;
import org.stele.eventstore.read.OpenLedger;
import org.stele.ledger.Hash;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.SignedCheckpoint;

/**
 * The RollbackGuard compares a database with what was kept outside it: the last checkpoint, and the pins of both logs
 * and of the chain of what was signed. It does so before anything is written.
 */
public final class RollbackGuard {

    private final Connection connection;
    private final SigningHome home;

    private RollbackGuard(Connection connection, SigningHome home) {
        this.connection = connection;
        this.home = home;
    }

    /**
     * A Held is what a database was compared with, and the end of its chain.
     *
     * @param pins null where the version before kept the checkpoint alone, or an operator gave his word
     * @param accepted the word that this start is for; null otherwise
     * @param chain its end; null if it is not sound and an operator gave his word nevertheless
     */
    record Held(
            @Nullable Pins pins,
            @Nullable AcceptedRoot accepted,
            @Nullable ChainHead chain) {}

    /**
     * Refuses a database that does not extend what was kept: one that is behind, such as an old copy, that holds
     * another history, or that lacks something that was signed; and a ledger without kept files, unless an operator
     * gave his word. It reads only, and needs at most the tables of the first migration.
     *
     * @throws SigningRefused with what was found, what was expected and what to do next
     */
    public static void requireExtends(DataSource dataSource, SigningHome home) throws IOException, SQLException {
        try (Connection connection = dataSource.getConnection()) {
            new RollbackGuard(connection, home).require(null);
        }
    }

    /**
     * The same, and the kept files must be signed by one of the configured keys. An empty ledger is pinned before its
     * first event can be recorded.
     */
    public static void requireExtends(DataSource dataSource, SigningHome home, SigningKeys keys)
            throws IOException, SQLException {
        try (Connection connection = dataSource.getConnection()) {
            require(connection, home, keys);
        }
    }

    static Held require(Connection connection, SigningHome home, SigningKeys keys) throws IOException, SQLException {
        Held held = new RollbackGuard(connection, home).require(keys);
        boolean isNew = held.pins() == null
                && held.accepted() == null
                && home.kept().read().isEmpty();
        if (isNew && ChainHead.NONE.equals(held.chain())) {
            home.pins().write(Pins.empty(keys.origin()), keys);
        }
        return held;
    }

    /**
     * Takes an operator's word for a ledger without kept files: the next start verifies all of it, and pins it.
     *
     * @throws SigningRefused if something is kept, or the ledger is not the one that the word is for
     */
    public static void accept(DataSource dataSource, SigningHome home, PinnedRoot root, Instant now)
            throws IOException, SQLException {
        if (home.kept().read().isPresent() || home.pins().read().isPresent()) {
            throw new SigningRefused(
                    "%s keeps what was signed, in last-checkpoint and last-pins, and a database is held against that. Nothing was accepted. Start without a word; or, if what is kept is truly not to hold any more, move both files away first."
                            .formatted(home.directory()));
        }
        AcceptedRoot word = new AcceptedRoot(root.size(), root.root(), now);
        try (Connection connection = dataSource.getConnection()) {
            new RollbackGuard(connection, home).requireIs(word);
        }
        home.accepted().write(word);
    }

    private Held require(@Nullable SigningKeys signing) throws IOException, SQLException {
        try {
            return held(signing);
        } catch (SQLException e) {
            if (FsckRun.UNDEFINED.contains(String.valueOf(e.getSQLState()))) {
                throw refused("the tables are not those of a ledger: " + e.getMessage());
            }
            throw e;
        } catch (IllegalArgumentException e) {
            throw refused("a row holds what it cannot hold: " + e.getMessage());
        }
    }

    private Held held(@Nullable SigningKeys signing) throws IOException, SQLException {
        Optional<SignedCheckpoint> kept = home.kept().read();
        Optional<SignedPins> pins = home.pins().read();
        if (kept.isPresent()) {
            SignedCheckpoint signed = kept.get();
            requireExtends(
                    "last-checkpoint",
                    new Pin(signed.size(), signed.checkpoint().root()));
        }
        if (pins.isPresent()) {
            requireExtends("last-pins", pins.get().pins().ledger());
        }
        AcceptedRoot accepted = kept.isEmpty() && pins.isEmpty() ? word() : null;
        if (accepted != null) {
            return new Held(null, accepted, soundChain(signing));
        }
        try {
            ChainHead chain = requireSigned(kept.orElse(null), pins.orElse(null), signing);
            return new Held(pins.map(SignedPins::pins).orElse(null), null, chain);
        } catch (IntegrityViolation e) {
            throw refused(String.valueOf(e.getMessage()));
        } catch (LedgerDamaged e) {
            throw refused(e.what());
        }
    }

    private @Nullable ChainHead soundChain(@Nullable SigningKeys signing) throws SQLException {
        try {
            return requireSigned(null, null, signing);
        } catch (IntegrityViolation | LedgerDamaged e) {
            return null;
        }
    }

    /** The operator's word, where one is needed: a rewritten history alone cannot be recognised. */
    private @Nullable AcceptedRoot word() throws IOException, SQLException {
        long head = has("event") ? OpenLedger.head(connection) : 0;
        long signed = has("checkpoint") ? signedSize() : 0;
        if (head == 0 && signed == 0) {
            return null;
        }
        Optional<AcceptedRoot> word = home.accepted().read();
        if (word.isEmpty()) {
            long size = signed > 0 && signed <= head ? signed : head;
            String root = LedgerTiles.tree(connection, size).root().hex();
            throw new SigningRefused(
                    "Found a ledger of %s events, and nothing in %s that was kept of it: neither last-checkpoint nor last-pins. Expected these files, without which a history that was written anew looks like the right one. Nothing was written. Copy both from another node or from a backup, and start again. If they are lost, compare size %s and root %s with a checkpoint that somebody outside holds; if they agree, give your word for them: `java -jar stele.jar accept-root --size %3$s --root %4$s`."
                            .formatted(head, home.directory(), size, root));
        }
        requireIs(word.get());
        return word.get();
    }

    private long signedSize() throws SQLException {
        SignedCheckpoint latest = new CheckpointRows(connection, Log.LEDGER).latest();
        return latest == null ? 0 : latest.size();
    }

    private void requireIs(AcceptedRoot word) throws SQLException {
        String wanted =
                "Your word was for size %s with the root %s. Nothing was written. Compare both with a checkpoint that somebody outside holds, and repeat `stele accept-root` with what is right."
                        .formatted(word.size(), word.root().hex());
        long head = has("event") ? OpenLedger.head(connection) : 0;
        if (head < word.size()) {
            throw new SigningRefused("Found a ledger of %s events. ".formatted(head) + wanted);
        }
        Hash root = LedgerTiles.tree(connection, word.size()).root();
        if (!root.equals(word.root())) {
            throw new SigningRefused(
                    "Found a ledger whose first %s events give the root %s. ".formatted(word.size(), root.hex())
                            + wanted);
        }
    }

    private void requireExtends(String file, Pin pin) throws SQLException {
        long head = has("event") ? OpenLedger.head(connection) : 0;
        if (head < pin.size()) {
            throw refused(
                    file, pin, "Found a database with %s events: it is behind, as an old copy is.".formatted(head));
        }
        Hash root;
        try {
            root = LedgerTiles.tree(connection, pin.size()).root();
        } catch (LedgerDamaged e) {
            throw refused(file, pin, "Found a database that is damaged: %s.".formatted(e.getMessage()));
        }
        if (!root.equals(pin.hash())) {
            throw refused(
                    file,
                    pin,
                    "Found a database whose first %s events give the root %s: it holds another history."
                            .formatted(pin.size(), root.hex()));
        }
    }

    private boolean has(String table) throws SQLException {
        return Query.exists(connection, "SELECT WHERE pg_catalog.to_regclass('ledger." + table + "') IS NOT NULL");
    }

    /** The chain best identifies what is missing from its middle, and the pins what is missing from its end. */
    private ChainHead requireSigned(
            @Nullable SignedCheckpoint kept, @Nullable SignedPins pins, @Nullable SigningKeys signing)
            throws SQLException, IntegrityViolation {
        boolean isChained = has("signing_chain");
        ChainCheck check = new ChainCheck(connection);
        ChainHead end = isChained ? check.whole() : ChainHead.NONE;
        TrustedKeys stored = has("signing_key") ? TrustedKeys.read(connection) : new TrustedKeys(List.of());
        if (signing != null) {
            stored.requireAdmissible(signing);
        }
        Collection<NoteKey> keys = signing == null ? stored.all() : signing.verifierKeys();
        check.requireSealed(end, keys);
        if (!keys.isEmpty()) {
            requireOurs(kept, pins, keys);
        }
        if (pins != null) {
            requirePinned(pins.pins(), end);
        } else if (kept != null && has("checkpoint")) {
            // The version before kept it after it was recorded, so it must be there.
            new PinsCheck(connection)
                    .requireCheckpoint(new Pin(kept.size(), kept.checkpoint().root()));
        }
        return end;
    }

    private void requirePinned(Pins pins, ChainHead end) throws SQLException, IntegrityViolation {
        boolean isNothing = pins.ledger().size() == 0
                && pins.states().size() == 0
                && pins.chain().size() == 0;
        if (!isNothing && !has("state_heads")) {
            throw new IntegrityViolation("the tables of what was signed are missing");
        }
        if (!isNothing) {
            new PinsCheck(connection).require(pins, end);
        }
    }

    /** A file that somebody else has written is no evidence. */
    private void requireOurs(@Nullable SignedCheckpoint kept, @Nullable SignedPins pins, Collection<NoteKey> keys) {
        boolean isKeptOurs = kept == null || SigningKeys.isSignedBy(kept, keys);
        boolean arePinsOurs = pins == null || pins.isSignedBy(keys);
        if (!isKeptOurs || !arePinsOurs) {
            throw new SigningRefused(
                    "Found in %s a file %s that none of the ledger's keys signed: somebody else wrote it, or it is another ledger's, or it is from before the key was replaced. Expected the signature of one of %s. Nothing was written. Copy the file from another node or from a backup, and start again."
                            .formatted(home.directory(), isKeptOurs ? "last-pins" : "last-checkpoint", keys));
        }
    }

    private SigningRefused refused(String file, Pin pin, String found) {
        return new SigningRefused(found
                + " Expected one that extends the last signed checkpoint, kept in %s: size %s with the root %s."
                        .formatted(
                                home.directory().resolve(file),
                                pin.size(),
                                pin.hash().hex())
                + WHAT_TO_DO);
    }

    private SigningRefused refused(String wrong) {
        return new SigningRefused("Found a database that lacks or changed something that was signed: " + wrong
                + ". Expected all that was signed before, as %s tells."
                        .formatted(home.directory().resolve("last-pins"))
                + WHAT_TO_DO);
    }

    private static final String WHAT_TO_DO =
            " Nothing was written. Restore a database that has it, and start again; `stele fsck` says more, and docs/operating/signing.md what may be done."
                    + " To serve this one all the same, move last-checkpoint and last-pins away and give your word with `stele accept-root`: whoever holds a checkpoint will see the break.";
}

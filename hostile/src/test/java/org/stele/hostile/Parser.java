package org.stele.hostile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.stele.command.entry.Rejected;
import org.stele.command.importing.ImportKind;
import org.stele.command.importing.ImportProgress;
import org.stele.command.importing.ImportReport;
import org.stele.command.importing.Importer;
import org.stele.command.screening.list.ConsolidatedListReader;
import org.stele.command.screening.list.UnreadableList;
import org.stele.command.screening.recordscreeningresult.ScreenersAnswers;
import org.stele.command.written.WrittenCount;
import org.stele.command.written.WrittenDate;
import org.stele.events.Actor;
import org.stele.events.PartialDate;
import org.stele.events.Role;
import org.stele.keys.KeyedIds;
import org.stele.ledger.EntryBundle;
import org.stele.ledger.Leaf;
import org.stele.ledger.NotVerified;
import org.stele.ledger.StateHeads;
import org.stele.ledger.evidence.BundleReader;
import org.stele.ledger.json.CanonicalJson;
import org.stele.ledger.json.StrictJson;
import org.stele.ledger.note.AddCheckpoint;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.SignedNote;
import org.stele.ledger.note.TlogProof;
import org.stele.web.body.BodyReader;
import org.stele.web.problem.ProblemException;

/** Everything that reads bytes of others. Each reads them, or says what is wrong with them: nothing else may happen. */
enum Parser {
    LEAF(bytes -> requireSame(bytes, Leaf.parse(bytes).encode())),
    NOTE(bytes -> requireSame(bytes, SignedNote.parse(bytes).encode())),
    CHECKPOINT(bytes -> requireSame(bytes, SignedCheckpoint.parse(bytes).encode())),
    WITNESS_REQUEST(AddCheckpoint::parse),
    POLICY(Policy::parse),
    PROOF(bytes -> requireSame(bytes, TlogProof.parse(bytes).encode())),
    STATE_HEADS(StateHeads::parse),
    ENTRIES(bytes -> requireSame(bytes, EntryBundle.encode(EntryBundle.parse(bytes)))),
    BUNDLE(bytes -> BundleReader.read(new ByteArrayInputStream(bytes), new Looking())),
    SIGNED_JSON(bytes -> {
        byte[] canonical = CanonicalJson.encode(StrictJson.parse(bytes));
        requireSame(canonical, CanonicalJson.encode(StrictJson.parse(canonical)));
    }),
    BODY(bytes -> BodyReader.read(new ByteArrayInputStream(bytes), SampleBody.class)),
    FILINGS(bytes -> importFile(ImportKind.FILINGS, new ByteArrayInputStream(bytes))),
    NOTICES(bytes -> importFile(ImportKind.NOTICES, new ByteArrayInputStream(bytes))),
    LIST(ConsolidatedListReader::read),
    YENTE(ScreenersAnswers::ofYente),
    WATCHMAN(ScreenersAnswers::ofWatchman),
    PARTIAL_DATE(bytes -> {
        PartialDate date = PartialDate.parse(text(bytes));
        requireSame(bytes, date.toString().getBytes(StandardCharsets.UTF_8));
    }),
    WRITTEN_DATE(bytes -> WrittenDate.read(text(bytes))),
    WRITTEN_COUNT(bytes -> WrittenCount.read(text(bytes)));

    private static final Actor REGISTRAR = new Actor("registrar", Role.REGISTRAR, null);
    private static final Importer IMPORTER = new Importer(
            (_, _) -> {
                throw new IllegalStateException("A check records nothing");
            },
            () -> 0,
            Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC),
            new KeyedIds(new byte[32]),
            _ -> false);

    private final Reading reading;

    Parser(Reading reading) {
        this.reading = reading;
    }

    private interface Reading {
        void read(byte[] bytes) throws IOException, NotVerified;
    }

    /** What is wrong with the bytes, in words; empty where nothing is. Any other outcome is a fault of the parser. */
    String refusal(byte[] bytes) {
        try {
            reading.read(bytes);
            return "";
        } catch (NumberFormatException vague) {
            throw new AssertionError("This tells nobody what was expected", vague);
        } catch (ProblemException e) {
            return inWords(e.problem().detail());
        } catch (IllegalArgumentException | UnreadableList | Rejected | NotVerified | IOException e) {
            return inWords(String.valueOf(e.getMessage()));
        }
    }

    private static String inWords(String message) {
        if (message.length() < 8 || message.equals("null")) {
            throw new AssertionError("A refusal without words: " + message);
        }
        return message;
    }

    private static void importFile(ImportKind kind, InputStream file) throws IOException {
        String refusal = importRefusal(kind, file);
        if (!refusal.isEmpty()) {
            throw new IOException(refusal);
        }
    }

    /** The first error of a file that is checked and not entered; empty where there is none. */
    static String importRefusal(ImportKind kind, InputStream file) throws IOException {
        ImportReport report = IMPORTER.check(kind, file, REGISTRAR, ImportProgress.silent());
        return report.errors().isEmpty() ? "" : report.errors().getFirst().message();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void requireSame(byte[] read, byte[] written) {
        if (!Arrays.equals(read, written)) {
            throw new AssertionError("What was read is written as other bytes");
        }
    }
}

package org.stele.query.accesslog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.events.custody.AccessLogDigested;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.identity.accesslog.AccessChain;
import org.stele.identity.accesslog.AccessLogChanged;
import org.stele.identity.accesslog.AccessRows;
import org.stele.identity.accesslog.HourDigest;
import org.stele.query.projection.ProjectionSource;
import org.stele.query.replay.EventDecoder;

/** Compares the access log with the digests that the ledger holds. It reads all rows, and changes nothing. */
public final class AccessLogCheck {

    private static final Selection DIGESTS = Selection.types(EventTypes.name(AccessLogDigested.class));
    private static final int PAGE = 1_000;

    private final LedgerReader ledger;
    private final AccessRows rows;
    private final EventDecoder decoder = new EventDecoder();

    AccessLogCheck(ProjectionSource source, AccessRows rows) {
        this(source.ledger(), rows);
    }

    private AccessLogCheck(LedgerReader ledger, AccessRows rows) {
        this.ledger = ledger;
        this.rows = rows;
    }

    /**
     * What was found.
     *
     * @param rowCount rows that were read; -1 where one is wrong
     * @param digestCount digests on record
     * @param digestedRows the number of the last row that a digest covers: those after it rest on their chain alone
     * @param wrong the first thing wrong, in words; null where there is none
     */
    public record Report(
            boolean sound,
            long rowCount,
            int digestCount,
            long digestedRows,
            @Nullable String wrong) {

        /** One line for people. */
        public String text() {
            return wrong == null
                    ? String.format(
                            Locale.ROOT,
                            "access log: %,d rows agree with each other, %,d of them with the %,d digests that the ledger holds",
                            rowCount,
                            digestedRows,
                            digestCount)
                    : "access log: " + wrong;
        }
    }

    /**
     * The check of a database; sound where it has no access log yet.
     *
     * @param ledger of a role that reads bodies
     * @param log of a role that reads the access log
     */
    public static Report run(DataSource ledger, DataSource log) {
        boolean isThere = JdbcClient.create(log)
                .sql("SELECT to_regclass('access_log.entry') IS NOT NULL")
                .query(Boolean.class)
                .single();
        return isThere
                ? new AccessLogCheck(new LedgerReader(ledger), new AccessRows(log)).check()
                : new Report(true, 0, 0, 0, null);
    }

    public Report check() {
        List<HourDigest> digests = digests();
        long digested = digests.isEmpty() ? 0 : digests.getLast().last();
        try {
            long count = new AccessChain(rows).check(digests);
            return new Report(true, count, digests.size(), digested, null);
        } catch (AccessLogChanged e) {
            return new Report(false, -1, digests.size(), digested, e.getMessage());
        }
    }

    private List<HourDigest> digests() {
        List<HourDigest> digests = new ArrayList<>();
        long head = ledger.head();
        long position = 0;
        List<StoredEvent> events;
        do {
            events = ledger.read(DIGESTS, position, head, PAGE);
            for (StoredEvent stored : events) {
                if (decoder.decode(stored).payload() instanceof AccessLogDigested event) {
                    digests.add(new HourDigest(
                            event.hour(),
                            event.firstRow(),
                            event.lastRow(),
                            event.rowsSha256(),
                            event.lastRowSha256()));
                }
                position = stored.position();
            }
        } while (events.size() == PAGE);
        return digests;
    }
}

package org.stele.eventstore.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.jdbc.Query;
import org.stele.eventstore.log.ChainHead;
import org.stele.eventstore.log.ChainRow;
import org.stele.eventstore.log.ChainRow.Subject;
import org.stele.eventstore.log.ChainRows;
import org.stele.ledger.note.NoteKey;

/**
 * A ChainCheck compares the chain of what was signed with itself and with the rows that it refers to: each link follows
 * the one before, the last is sealed, and each referred row exists unchanged, with no unchained row beside it.
 */
public final class ChainCheck {

    private static final String UNCOVERED = """
            SELECT 'checkpoint' AS kind, p.log AS part, p.size, '' AS name FROM ledger.checkpoint p
            WHERE NOT EXISTS (SELECT FROM ledger.signing_chain c
                WHERE c.kind = 'checkpoint' AND c.part = p.log AND c.size = p.size AND c.name = '' AND c.number > ?)
            UNION ALL
            SELECT 'cosignature', k.log, k.size, k.witness FROM ledger.cosignature k
            WHERE NOT EXISTS (SELECT FROM ledger.signing_chain c
                WHERE c.kind = 'cosignature' AND c.part = k.log AND c.size = k.size AND c.name = k.witness AND c.number > ?)
            UNION ALL
            SELECT 'state_heads', '', s.index, '' FROM ledger.state_heads s
            WHERE s.index < (SELECT max(p.size) FROM ledger.checkpoint p WHERE p.log = 'states')
                AND NOT EXISTS (SELECT FROM ledger.signing_chain c
                    WHERE c.kind = 'state_heads' AND c.part = '' AND c.size = s.index AND c.name = '' AND c.number > ?)
            UNION ALL
            SELECT 'signing_key', g.edge, g.size, g.verifier_key FROM ledger.signing_key g
            WHERE NOT EXISTS (SELECT FROM ledger.signing_chain c
                WHERE c.kind = 'signing_key' AND c.part = g.edge AND c.size = g.size AND c.name = g.verifier_key AND c.number > ?)
            LIMIT 1
            """;

    private static final String TWICE = """
            SELECT c.kind, c.part, c.size, c.name, max(c.number) AS number FROM ledger.signing_chain c WHERE c.number > ?
            GROUP BY c.kind, c.part, c.size, c.name HAVING count(*) > 1 ORDER BY max(c.number) LIMIT 1
            """;

    private final Connection connection;
    private final ChainRows rows;

    public ChainCheck(Connection connection) {
        this.connection = connection;
        this.rows = new ChainRows(connection);
    }

    /** Checks the whole chain from its latest beginning, without the seal. Without a row there is nothing to check. */
    public ChainHead whole() throws SQLException, IntegrityViolation {
        ChainHead end = onwards(start());
        requireEach(end);
        return end;
    }

    /** Where a full check starts: before the row with which the chain begins last. */
    public ChainHead start() throws SQLException, IntegrityViolation {
        long begin = rows.begin();
        if (begin <= 1) {
            return ChainHead.NONE;
        }
        ChainRow first = rows.at(begin);
        IntegrityViolation.require(
                first == null || !first.previous().equals(ChainRow.NONE),
                ChainRow.place(begin) + "it follows no row, as the first does, and stands behind others");
        ChainRow before = rows.at(begin - 1);
        if (before == null) {
            throw new IntegrityViolation(ChainRow.place(begin - 1) + "the row is missing");
        }
        return new ChainHead(0, before.number(), before.content(), before.hash());
    }

    /** Checks the rows after a given one, up to the end. */
    public ChainHead onwards(ChainHead from) throws SQLException, IntegrityViolation {
        ChainHead head = from;
        ChainHead next = some(head, ChainRows.PAGE);
        while (next.number() > head.number()) {
            head = next;
            next = some(head, ChainRows.PAGE);
        }
        return head;
    }

    /** Checks at most this many next rows; returns the same head when there is none. */
    public ChainHead some(ChainHead from, int limit) throws SQLException, IntegrityViolation {
        ChainHead head = from;
        for (ChainRows.Found found : rows.after(head.number(), limit)) {
            head = next(head, found);
        }
        return head;
    }

    private ChainHead next(ChainHead head, ChainRows.Found found) throws SQLException, IntegrityViolation {
        ChainRow row = found.row();
        IntegrityViolation.require(
                row.number() == head.number() + 1,
                row.number() <= head.number()
                        ? row.place() + "it is numbered below the first"
                        : ChainRow.place(head.number() + 1) + "the row is missing; the next one is number "
                                + row.number());
        IntegrityViolation.require(
                head.begin() > 0 || row.isBegin(), row.place() + "the chain does not begin with a row that says so");
        IntegrityViolation.require(head.begin() == 0 || !row.isBegin(), row.place() + "the chain begins anew");
        IntegrityViolation.require(
                row.subject().isKnown(), row.place() + "it means a row of a kind that is not signed");
        String held = found.held();
        if (held == null || !row.digest().equals(ChainRow.digest(held))) {
            requireIntact(row);
            String name = row.isBegin() ? row.place() : row.subject() + ": ";
            throw new IntegrityViolation(name
                    + (held == null ? "the row is missing that number " : "it is not the row that number ")
                    + row.number() + " of the chain means");
        }
        IntegrityViolation.require(
                row.previous().equals(head.hash()),
                row.place() + "it does not follow the row before, or that was changed");
        return head.then(row);
    }

    /**
     * Where the next row, or the seal, has another hash of this row, the chain itself was changed, and not the row that
     * it refers to.
     */
    private void requireIntact(ChainRow row) throws SQLException, IntegrityViolation {
        if (row.isSealedAsItIs() || isFollowed(row)) {
            return;
        }
        ChainRow after = rows.at(row.number() + 1);
        ChainRow changed = after == null || after.isSealedAsItIs() || isFollowed(after) ? row : after;
        throw new IntegrityViolation(
                changed.place() + "it was changed: it is not the row that was sealed or that the next one follows");
    }

    private boolean isFollowed(ChainRow row) throws SQLException {
        ChainRow after = rows.at(row.number() + 1);
        return after != null && after.previous().equals(row.hash());
    }

    /** Requires that one of the keys sealed the end of the chain. */
    public void requireSealed(ChainHead end, Collection<NoteKey> keys) throws SQLException, IntegrityViolation {
        if (end.number() == 0) {
            return;
        }
        ChainRow last = rows.at(end.number());
        if (last == null || !last.hash().equals(end.hash())) {
            throw new IntegrityViolation(ChainRow.place(end.number()) + "the row changed while it was read");
        }
        try {
            byte[] seal = last.seal();
            IntegrityViolation.require(
                    seal != null && SigningKeys.isSeal(seal, last.number(), last.content(), keys),
                    last.place() + "no trusted key sealed the end of the chain here");
        } catch (IllegalArgumentException e) {
            throw new IntegrityViolation(last.place() + "its seal is none: " + e.getMessage());
        }
    }

    /** A row that repeats an earlier beginning is what was put in: rows that were signed since are outside of what follows it. */
    private void requireNewBegin(long begin) throws SQLException, IntegrityViolation {
        Long earlier =
                Query.one(connection, """
                SELECT c.number FROM ledger.signing_chain c JOIN ledger.signing_chain b
                    ON b.number = ? AND b.kind = c.kind AND b.part = c.part AND b.size = c.size AND b.name = c.name
                WHERE c.number < b.number ORDER BY c.number DESC LIMIT 1
                """, statement -> statement.setLong(1, begin), row -> row.getLong("number"));
        IntegrityViolation.require(
                earlier == null, ChainRow.place(begin) + "it repeats the beginning that number " + earlier + " means");
    }

    /** Requires that no signed row is outside the chain, and none is in it twice. */
    public void requireEach(ChainHead head) throws SQLException, IntegrityViolation {
        if (head.number() == 0) {
            return;
        }
        long before = head.begin() - 1;
        Subject uncovered = Query.one(
                connection,
                UNCOVERED,
                statement -> {
                    for (int parameter = 1; parameter <= 4; parameter++) {
                        statement.setLong(parameter, before);
                    }
                },
                row -> new Subject(
                        row.getString("kind"), row.getString("part"), row.getLong("size"), row.getString("name")));
        if (uncovered != null) {
            requireNewBegin(head.begin());
            throw new IntegrityViolation(uncovered + ": no row of the chain of what was signed means it");
        }
        String twice = Query.one(
                connection,
                TWICE,
                statement -> statement.setLong(1, before),
                row -> ChainRow.place(row.getLong("number")) + "it means a row that another one means");
        IntegrityViolation.require(twice == null, String.valueOf(twice));
    }
}

package org.stele.eventstore.log;

import org.stele.eventstore.home.Pins.Pin;
import org.stele.ledger.Hash;

/**
 * A ChainHead is the end of the chain of what was signed.
 *
 * @param begin number of the row from which the chain is compared with the other tables
 * @param number of the last row; 0 without any
 * @param content that a seal on it signs
 * @param hash that the next row refers to
 */
public record ChainHead(long begin, long number, Hash content, Hash hash) {

    public static final ChainHead NONE = new ChainHead(0, 0, Pin.EMPTY.hash(), ChainRow.NONE);

    public ChainHead then(ChainRow row) {
        return new ChainHead(row.isBegin() ? row.number() : begin, row.number(), row.content(), row.hash());
    }

    public Pin pin() {
        return new Pin(number, content);
    }
}

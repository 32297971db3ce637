package org.stele.identity.accesslog;

import java.time.Instant;
import org.stele.events.Sha256Digest;

/**
 * What the ledger keeps of the rows of one hour.
 *
 * @param hour its beginning, by the recording of the rows
 * @param first number of its first row
 * @param last number of its last row
 * @param digest SHA-256 over the hashes of its rows, in their order
 * @param lastHash the hash of its last row, which all rows before it lead to
 */
public record HourDigest(Instant hour, long first, long last, Sha256Digest digest, Sha256Digest lastHash) {}

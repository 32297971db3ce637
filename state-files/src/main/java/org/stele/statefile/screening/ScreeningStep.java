package org.stele.statefile.screening;

import java.time.Instant;
import org.stele.events.screening.CaseEvent;

/**
 * One event of a screening, with its place in the ledger.
 *
 * @param recordedAt when the ledger recorded it
 */
public record ScreeningStep<E extends CaseEvent>(long position, Instant recordedAt, E event) {}

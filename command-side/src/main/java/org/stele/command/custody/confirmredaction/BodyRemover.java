package org.stele.command.custody.confirmredaction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.eventstore.damage.Redactions;

/**
 * Removes every body whose removal is on record: at once when it is confirmed, and soon after a start that finds one left. Safe for all
 * threads.
 */
final class BodyRemover {

    private static final Logger LOG = LoggerFactory.getLogger(BodyRemover.class);

    private final Redactions redactions;

    BodyRemover(Redactions redactions) {
        this.redactions = redactions;
    }

    synchronized void carryOut() {
        redactions.carryOut().forEach(position -> LOG.info("The body of event {} is removed by order", position));
    }
}

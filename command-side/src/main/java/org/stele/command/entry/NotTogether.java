package org.stele.command.entry;

/**
 * Commands were not recorded together, because they change existing records. Nothing was recorded: send them
 * separately.
 */
public final class NotTogether extends RuntimeException {

    public NotTogether(Throwable reason) {
        super("The commands act on what is on record already", reason);
    }
}

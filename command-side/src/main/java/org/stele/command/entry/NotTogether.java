package org.stele.command.entry;

/** Commands were not recorded together, because they act on what is on record already. Nothing was recorded: send one by one. */
public final class NotTogether extends RuntimeException {

    public NotTogether(Throwable reason) {
        super("The commands act on what is on record already", reason);
    }
}

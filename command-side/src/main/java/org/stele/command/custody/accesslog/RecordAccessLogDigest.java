package org.stele.command.custody.accesslog;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;
import org.stele.events.custody.CustodyMatter;

/** The program closes an hour of the access log. Nobody asks for it: no endpoint takes it. */
@Command(namespace = "custody", name = "RecordAccessLogDigest")
public record RecordAccessLogDigest(
        CommandContext entry,
        Instant hour,
        long firstRow,
        long lastRow,
        Sha256Digest rowsSha256,
        Sha256Digest lastRowSha256)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return CustodyMatter.ACCESS_LOG.idAt(firstRow);
    }

    /** Of the log as a whole: each digest follows the one before. */
    @TargetEntityId
    public CustodyMatter matter() {
        return CustodyMatter.ACCESS_LOG;
    }
}

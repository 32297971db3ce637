package org.stele.command.http;

import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.stele.command.entry.Commands;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.entry.Recorded;
import org.stele.web.json.Body;

/** Sends an endpoint's command and answers with the receipt: 201, also when it is the receipt of the first time. */
public final class ReceiptDesk {

    private final Commands commands;

    ReceiptDesk(Commands commands) {
        this.commands = commands;
    }

    public ResponseEntity<Recorded> record(Asked asked, Body body, LedgerCommand command) {
        Recorded recorded = commands.send(command, RequestDigest.of(asked.address(), body));
        return ResponseEntity.created(eventOf(recorded)).body(recorded);
    }

    /** Where the recorded event is read: the list of events from just before it. */
    private static URI eventOf(Recorded recorded) {
        return URI.create("/api/v1/events?after=%s&limit=1".formatted(recorded.position() - 1));
    }
}

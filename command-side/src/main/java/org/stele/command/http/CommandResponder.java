package org.stele.command.http;

import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.entry.Commands;
import org.stele.command.entry.LedgerCommand;
import org.stele.web.body.Body;

/** Sends an endpoint's command and answers with the receipt: 201, also when it is the receipt of the first time. */
public final class CommandResponder {

    private final Commands commands;

    CommandResponder(Commands commands) {
        this.commands = commands;
    }

    public ResponseEntity<CommandReceipt> record(CommandRequest asked, Body body, LedgerCommand command) {
        CommandReceipt recorded = commands.send(command, RequestDigest.of(asked.address(), body));
        return ResponseEntity.created(eventOf(recorded)).body(recorded);
    }

    /** Where the recorded event is read: the list of events from just before it. */
    private static URI eventOf(CommandReceipt recorded) {
        return URI.create("/api/v1/events?after=%s&limit=1".formatted(recorded.position() - 1));
    }
}

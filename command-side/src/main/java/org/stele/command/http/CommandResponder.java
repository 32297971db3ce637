package org.stele.command.http;

import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.entry.CommandReceipts;
import org.stele.command.entry.Commands;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.entry.TextWarning;
import org.stele.web.body.Body;

/** Sends an endpoint's command and answers 201 with the receipt, also for a repetition. */
public final class CommandResponder {

    private final Commands commands;

    CommandResponder(Commands commands) {
        this.commands = commands;
    }

    public ResponseEntity<CommandReceipt> record(CommandRequest asked, Body body, LedgerCommand command) {
        CommandReceipt recorded = commands.send(command, RequestDigest.of(asked.address(), body));
        return ResponseEntity.created(eventOf(recorded)).body(recorded.with(TextWarnings.in(body)));
    }

    /** The same for a command that creates several records, with a receipt for each. */
    public ResponseEntity<CommandReceipts> recordAll(CommandRequest asked, Body body, LedgerCommand command) {
        List<CommandReceipt> recorded = commands.sendForAll(command, RequestDigest.of(asked.address(), body));
        List<TextWarning> warnings = TextWarnings.in(body);
        return ResponseEntity.created(eventOf(recorded.getFirst()))
                .body(new CommandReceipts(
                        recorded.stream().map(each -> each.with(warnings)).toList()));
    }

    /** The address of the recorded event. */
    private static URI eventOf(CommandReceipt recorded) {
        return URI.create("/api/v1/events/" + recorded.position());
    }
}

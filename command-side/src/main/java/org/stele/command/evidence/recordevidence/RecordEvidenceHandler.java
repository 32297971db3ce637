package org.stele.command.evidence.recordevidence;

import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.FreeText;
import org.stele.command.rules.PanelMandate;
import org.stele.command.rules.ReportTime;
import org.stele.events.PartialDate;
import org.stele.events.Role;
import org.stele.events.evidence.EvidenceRecorded;

/** Records a statement about a State. It stands beside the State's own figures and changes none (rules, P5). */
final class RecordEvidenceHandler {

    @CommandHandler
    void handle(RecordEvidence command, EventAppender events) {
        events.append(decide(command));
    }

    static EvidenceRecorded decide(RecordEvidence command) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.MONITOR, Role.REGISTRAR);
        requireBodyOfMonitor(command);
        entry.requireNotFuture("asOf", command.asOf());
        PartialDate received = entry.dateOrToday("received", command.received());
        PanelMandate.require(command.body(), "received", received);
        ReportTime.require(command.kind(), "received", received);
        FreeText.require("statement", command.statement(), FreeText.MAX_STATEMENT);
        FreeText.requireSource(command.source());
        return new EvidenceRecorded(
                command.memberState(),
                command.filing(),
                command.kind(),
                command.asOf(),
                received,
                command.figure(),
                command.contests(),
                command.statement(),
                command.source(),
                command.measure(),
                command.confidential(),
                command.body());
    }

    private static void requireBodyOfMonitor(RecordEvidence command) {
        if (command.body() == null && command.entry().actor().role() == Role.MONITOR) {
            throw Rejected.malformed("body", "Name the body that you monitor for: PANEL or MSMT.");
        }
    }
}

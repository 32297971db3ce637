package org.stele.command.repatriation.recordrepatriationnotice;

import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.stele.command.entry.CommandContext;
import org.stele.command.repatriation.NoticeRules;
import org.stele.command.rules.FreeText;
import org.stele.events.Role;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.seal.Seals;

/** Records a notice. It needs no history: notices that contradict each other are recorded and flagged. */
public final class RecordRepatriationNoticeHandler {

    private final Seals seals;

    RecordRepatriationNoticeHandler(Seals seals) {
        this.seals = seals;
    }

    @CommandHandler
    void handle(RecordRepatriationNotice command, EventAppender events) {
        RepatriationNoticeRecorded decided = decide(command);
        events.append(new RepatriationNoticeRecorded(
                decided.memberState(),
                decided.notice(),
                NoticeRules.sealed(command.entry().created(), decided.content(), decided.notice(), seals),
                decided.received(),
                decided.source()));
    }

    /** The decision before subjects are sealed. It needs no history: a form checks it before the command is sent. */
    public static RepatriationNoticeRecorded decide(RecordRepatriationNotice command) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY, Role.REGISTRAR);
        entry.requireNoSourceUnlessRegistrar(command.source());
        NoticeRules.require(entry, command.content());
        FreeText.requireSource(command.source());
        return new RepatriationNoticeRecorded(
                entry.stateOfFiling(command.memberState()),
                command.filing(),
                command.content(),
                entry.dateOrToday("received", command.received()),
                command.source());
    }
}

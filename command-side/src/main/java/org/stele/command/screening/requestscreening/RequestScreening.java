package org.stele.command.screening.requestscreening;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Question;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;

/** A State asks for a subject to be screened. */
@Command(namespace = "screening", name = "RequestScreening")
public record RequestScreening(
        CommandContext entry, SubjectRef subject, SubjectKind subjectKind, Question question, Trigger trigger)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return entry.created();
    }
}

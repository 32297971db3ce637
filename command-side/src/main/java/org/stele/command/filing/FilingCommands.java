package org.stele.command.filing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.stele.command.attestation.ContentBody;
import org.stele.command.attestation.submitattestation.SubmitAttestation;
import org.stele.command.attestation.submitattestation.SubmitAttestationHandler;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.entry.Rejected;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.repatriation.NoticeBody;
import org.stele.command.repatriation.recordrepatriationnotice.RecordRepatriationNotice;
import org.stele.command.repatriation.recordrepatriationnotice.RecordRepatriationNoticeHandler;
import org.stele.events.Actor;
import org.stele.events.MemberState;
import org.stele.events.NewYork;
import org.stele.events.ObligationId;
import org.stele.events.Role;
import org.stele.web.actor.HeaderActor;
import org.stele.web.body.Body;
import org.stele.web.body.BodyReader;
import org.stele.web.problem.FieldError;
import org.stele.web.problem.ProblemException;

/** Converts answers into the API's body and command, and records them. */
final class FilingCommands {

    /** An error that is about no single question. */
    static final String WHOLE_FORM = "";

    /** The most earlier reports that are named. */
    private static final int MAX_EARLIER = 3;

    private final CommandResponder receipts;
    private final EarlierReports reports;
    private final Clock clock;

    FilingCommands(CommandResponder receipts, EarlierReports reports, Clock clock) {
        this.receipts = receipts;
        this.reports = reports;
        this.clock = clock;
    }

    /** An attestation as the form states it. */
    record AttestationBody(
            ObligationId obligation, @JsonUnwrapped ContentBody content) implements Body {}

    /** A notice as the form states it. */
    record DepartureBody(@JsonUnwrapped NoticeBody notice) implements Body {}

    /** A command that is ready to be sent. */
    private record Ready(CommandRequest asked, Body body, LedgerCommand command) {}

    /** Every error of the form by itself; errors that depend on existing records appear when it is sent. */
    List<FieldError> errors(HttpServletRequest request, Answers answers) {
        List<FieldError> errors = new ArrayList<>();
        errorsOf(() -> actor(request, answers)).forEach(error -> errors.add(ofQuestion(error)));
        List<FieldError> unread = answers.unread();
        List<String> unreadFields = unread.stream().map(FieldError::field).toList();
        errors.addAll(unread.stream().filter(error -> !isWho(error)).toList());
        errors.addAll(errorsOf(() -> body(answers)).stream()
                .filter(error -> !unreadFields.contains(error.field()))
                .toList());
        return errors.isEmpty() ? refusals(() -> decide(ready(request, answers).command())) : errors;
    }

    private static boolean isWho(FieldError error) {
        return error.field().equals(FilingForm.STATE) || error.field().equals(FilingForm.STAFF_ID);
    }

    /** Possible mistakes in answers without errors. */
    List<Doubt> doubts(HttpServletRequest request, Answers answers) {
        Ready ready = ready(request, answers);
        MemberState state = Objects.requireNonNull(ready.asked().entry().actor().memberState(), "a signatory's State");
        return switch (ready.command()) {
            case SubmitAttestation filing ->
                join(
                        ofState(state),
                        earlier(state, filing.obligations().getFirst()),
                        AttestationDoubts.of(filing.obligations().getFirst(), filing.content(), NewYork.today(clock)));
            case RecordRepatriationNotice notice -> join(ofState(state), NoticeDoubts.of(state, notice.content()));
            default ->
                throw new IllegalArgumentException(
                        "No form makes a " + ready.command().getClass());
        };
    }

    @SafeVarargs
    private static List<Doubt> join(List<Doubt>... doubts) {
        return Stream.of(doubts).flatMap(List::stream).toList();
    }

    /** The duty is that of the other States: nobody is repatriated from the State to which they are repatriated. */
    private static List<Doubt> ofState(MemberState state) {
        return state == MemberState.PRK ? List.of(Doubt.of(FilingForm.STATE, "sending")) : List.of();
    }

    private List<Doubt> earlier(MemberState state, ObligationId obligation) {
        return obligation == ObligationId.OTHER
                ? List.of()
                : reports.of(state, obligation).stream()
                        .limit(MAX_EARLIER)
                        .map(position -> Doubt.of("obligation", "earlier." + obligation.id(), position)
                                .about(position))
                        .toList();
    }

    /** The errors in the values that it reads. */
    private static List<FieldError> errorsOf(Runnable reading) {
        try {
            reading.run();
            return List.of();
        } catch (ProblemException wrong) {
            if (wrong.problem().errors().isEmpty()) {
                throw wrong;
            }
            return wrong.problem().errors();
        }
    }

    private static List<FieldError> refusals(Runnable decision) {
        try {
            decision.run();
            return List.of();
        } catch (Rejected refused) {
            return refusals(refused);
        }
    }

    /** The refusals by the questions that they are about. */
    static List<FieldError> refusals(Rejected refused) {
        return refused.all().stream()
                .map(refusal -> FieldError.of(
                        refusal.field() == null ? WHOLE_FORM : refusal.field(), String.valueOf(refusal.getMessage())))
                .toList();
    }

    /** The commands' rules that need no existing records, checked before the commands are sent. */
    private static void decide(LedgerCommand command) {
        switch (command) {
            case SubmitAttestation attestation -> SubmitAttestationHandler.decide(attestation);
            case RecordRepatriationNotice notice -> RecordRepatriationNoticeHandler.decide(notice);
            default -> throw new IllegalArgumentException("No form makes a " + command.getClass());
        }
    }

    /** Records it, once however often it is sent. */
    void record(HttpServletRequest request, Answers answers) {
        Ready ready = ready(request, answers);
        receipts.record(ready.asked(), ready.body(), ready.command());
    }

    private Ready ready(HttpServletRequest request, Answers answers) {
        CommandContext entry = new CommandContext(actor(request, answers), answers.commandId(), NewYork.today(clock));
        CommandRequest asked =
                new CommandRequest(entry, "POST /file/" + answers.form().path());
        Body body = body(answers);
        LedgerCommand command = switch (body) {
            case AttestationBody attestation ->
                new SubmitAttestation(
                        entry,
                        null,
                        attestation.obligation(),
                        attestation.content().toContent(),
                        null);
            case DepartureBody departure ->
                new RecordRepatriationNotice(entry, null, departure.notice().toContent(), null, null);
            default -> throw new IllegalArgumentException("No form makes a " + body.getClass());
        };
        return new Ready(asked, body, command);
    }

    private static Body body(Answers answers) {
        ByteArrayInputStream json = new ByteArrayInputStream(answers.toJson());
        return switch (answers.form()) {
            case ATTESTATION -> BodyReader.read(json, AttestationBody.class);
            case REPATRIATION_NOTICE -> BodyReader.read(json, DepartureBody.class);
        };
    }

    private static Actor actor(HttpServletRequest request, Answers answers) {
        return HeaderActor.local(
                request, answers.text(FilingForm.STAFF_ID), Role.SIGNATORY.id(), answers.text(FilingForm.STATE));
    }

    /** The same error under the question's name. */
    private static FieldError ofQuestion(FieldError error) {
        String question = error.field().equals(HeaderActor.STATE) ? FilingForm.STATE : FilingForm.STAFF_ID;
        return new FieldError(question, error.message(), error.got());
    }
}

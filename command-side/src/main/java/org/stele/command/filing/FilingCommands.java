package org.stele.command.filing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import org.stele.command.entry.Previewed;
import org.stele.command.entry.Rejected;
import org.stele.command.entry.Signing;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.FilingsPreview;
import org.stele.command.repatriation.NoticeBody;
import org.stele.command.repatriation.recordrepatriationnotice.RecordRepatriationNotice;
import org.stele.command.repatriation.recordrepatriationnotice.RecordRepatriationNoticeHandler;
import org.stele.command.rules.PersonalDataSigns;
import org.stele.command.submitters.EnrolledPasskeys;
import org.stele.events.Actor;
import org.stele.events.MemberState;
import org.stele.events.NewYork;
import org.stele.events.ObligationId;
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
    private final EnrolledPasskeys passkeys;
    private final Clock clock;

    FilingCommands(CommandResponder receipts, EarlierReports reports, EnrolledPasskeys passkeys, Clock clock) {
        this.receipts = receipts;
        this.reports = reports;
        this.passkeys = passkeys;
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
    List<FieldError> errors(Actor signatory, Answers answers) {
        List<FieldError> unread = answers.unread();
        List<String> unreadFields = unread.stream().map(FieldError::field).toList();
        List<FieldError> errors = new ArrayList<>(unread);
        errors.addAll(errorsOf(() -> body(answers)).stream()
                .filter(error -> !unreadFields.contains(error.field()))
                .toList());
        return errors.isEmpty()
                ? refusals(() -> decide(ready(signatory, answers).command()))
                : errors;
    }

    /** Possible mistakes in answers without errors. */
    List<Doubt> doubts(Actor signatory, Answers answers) {
        Ready ready = ready(signatory, answers);
        MemberState state = Objects.requireNonNull(signatory.memberState(), "a signatory's State");
        List<Doubt> texts = personalData(answers);
        return switch (ready.command()) {
            case SubmitAttestation filing ->
                join(
                        texts,
                        earlier(state, filing.obligations().getFirst()),
                        AttestationDoubts.of(filing.obligations().getFirst(), filing.content(), NewYork.today(clock)));
            case RecordRepatriationNotice notice -> join(texts, NoticeDoubts.of(state, notice.content()));
            default ->
                throw new IllegalArgumentException(
                        "No form makes a " + ready.command().getClass());
        };
    }

    /** Texts that may hold a name, the number of a document or a day of birth. */
    private static List<Doubt> personalData(Answers answers) {
        return answers.texts().entrySet().stream()
                .flatMap(text -> PersonalDataSigns.in(text.getValue()).stream()
                        .filter(_ -> answers.isProse(text.getKey()))
                        .map(sign -> Doubt.of(text.getKey(), "personal." + sign.name())))
                .toList();
    }

    @SafeVarargs
    private static List<Doubt> join(List<Doubt>... doubts) {
        return Stream.of(doubts).flatMap(List::stream).toList();
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

    /** What the answers would record, as the signatory signs it. Nothing is recorded. */
    ToSign toSign(Actor signatory, Answers answers) {
        try {
            record(signatory, answers, Signing.PREVIEW);
            throw new IllegalStateException("A preview recorded something");
        } catch (Previewed previewed) {
            MemberState state = Objects.requireNonNull(signatory.memberState(), "a signatory's State");
            return new ToSign(FilingsPreview.of(previewed), passkeys.of(state, signatory.role()));
        }
    }

    /** Records it, once however often it is sent. */
    void record(Actor signatory, Answers answers, Signing signing) {
        Ready ready = ready(signatory, answers, signing);
        receipts.record(ready.asked(), ready.body(), ready.command());
    }

    private Ready ready(Actor signatory, Answers answers) {
        return ready(signatory, answers, Signing.NONE);
    }

    private Ready ready(Actor signatory, Answers answers, Signing signing) {
        CommandContext entry = new CommandContext(signatory, answers.commandId(), NewYork.today(clock), signing);
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
}

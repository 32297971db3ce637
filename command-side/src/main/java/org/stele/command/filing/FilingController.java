package org.stele.command.filing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.stele.command.entry.Rejected;
import org.stele.command.entry.Signing;
import org.stele.events.Actor;
import org.stele.events.Audience;
import org.stele.events.CommandId;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.eventstore.append.postgres.AppendReceipts;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.web.actor.Credentials;
import org.stele.web.page.Frame;
import org.stele.web.page.Frames;
import org.stele.web.page.Pages;
import org.stele.web.page.Section;
import org.stele.web.problem.FieldError;
import org.stele.web.problem.Problem;

/**
 * Filing by form: form, check page, receipt. The state between the steps is in the page itself, so that what was typed
 * returns with every answer.
 */
@Controller
final class FilingController {

    private final FilingCommands commands;
    private final AppendReceipts receipts;
    private final LedgerReader ledger;
    private final FormSeal seal;
    private final Pages pages;
    private final Frames frames;
    private final Credentials credentials;

    FilingController(
            FilingCommands commands,
            AppendReceipts receipts,
            @Qualifier("commandLedgerReader") LedgerReader ledger,
            FormSeal seal,
            Pages pages,
            Frames frames,
            Credentials credentials) {
        this.commands = commands;
        this.receipts = receipts;
        this.ledger = ledger;
        this.seal = seal;
        this.pages = pages;
        this.frames = frames;
        this.credentials = credentials;
    }

    @GetMapping(path = "/file", produces = MediaType.TEXT_HTML_VALUE)
    View choose(HttpServletRequest request) {
        return pages.render("filing/choose.jte", new ChoicePage(frame(request, "file.title")));
    }

    /** An empty form with its own command id: submitting it twice sends the same command. */
    @GetMapping(path = "/file/{path}", produces = MediaType.TEXT_HTML_VALUE)
    View form(@PathVariable String path, HttpServletRequest request) {
        FilingForm form = form(path);
        signatory(request);
        Answers nothing = new Answers(form, new CommandId(UUID.randomUUID()), Map.of());
        return form(request, nothing, List.of(), HttpStatus.OK);
    }

    @PostMapping(
            path = "/file/{path}",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    View posted(
            @PathVariable String path, @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request) {
        FilingForm form = form(path);
        Actor signatory = signatory(request);
        Answers answers = answers(form, fields);
        if (!seal.isOn(answers, signatory, fields.getFirst(FormSeal.FIELD))) {
            return form(request, answers, wholeForm(request, "file.unsealed"), HttpStatus.FORBIDDEN);
        }
        String step = String.valueOf(fields.getFirst("step"));
        if (step.equals("change")) {
            return form(request, answers, List.of(), HttpStatus.OK);
        }
        List<FieldError> errors = commands.errors(signatory, answers);
        if (!errors.isEmpty()) {
            return form(request, answers, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (step.equals("send")) {
            return send(request, signatory, answers, fields);
        }
        Frame frame = frame(request, "file.check." + path);
        return pages.render(
                "filing/check.jte",
                new FilingPage(
                        frame,
                        signatory,
                        answers,
                        seal.of(answers, signatory),
                        List.of(),
                        doubts(signatory, answers),
                        toSign(signatory, answers)));
    }

    /** When the ledger cannot say it now, the check page works without. */
    private @Nullable ToSign toSign(Actor signatory, Answers answers) {
        try {
            return commands.toSign(signatory, answers);
        } catch (LedgerUnavailable | Rejected later) {
            return null; // Sending says why.
        }
    }

    /** When the ledger cannot be read, the check page works without earlier reports. */
    private List<Doubt> doubts(Actor signatory, Answers answers) {
        try {
            return commands.doubts(signatory, answers);
        } catch (LedgerUnavailable unavailable) {
            return List.of(Doubt.of("obligation", "not-looked-up"));
        }
    }

    private View send(
            HttpServletRequest request, Actor signatory, Answers answers, MultiValueMap<String, String> fields) {
        try {
            Signing signing = FormSignature.isThere(fields)
                    ? FormSignature.of(fields, commands.toSign(signatory, answers))
                    : Signing.NONE;
            commands.record(signatory, answers, signing);
        } catch (FormSignature.Unreadable unreadable) {
            return form(request, answers, List.of(unreadable.error()), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Rejected refused) {
            List<FieldError> errors = refused.code().equals(Rejected.KEY_REUSED)
                    ? wholeForm(request, "file.other-answers", receiptOf(signatory, answers))
                    : FilingCommands.refusals(refused);
            return form(request, answers, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (LedgerUnavailable unavailable) {
            List<FieldError> errors = wholeForm(request, "file.unavailable");
            return form(request, answers, errors, HttpStatus.SERVICE_UNAVAILABLE);
        }
        RedirectView receipt = new RedirectView(receiptOf(signatory, answers));
        receipt.setStatusCode(HttpStatus.SEE_OTHER);
        return receipt;
    }

    private static String receiptOf(Actor signatory, Answers answers) {
        return "/file/receipt/" + signatory.memberState() + "/" + answers.commandId();
    }

    private List<FieldError> wholeForm(HttpServletRequest request, String words, Object... arguments) {
        return List.of(FieldError.of(
                FilingCommands.WHOLE_FORM, frame(request, "file.title").text(words, arguments)));
    }

    @GetMapping(path = "/file/receipt/{iso3}/{command}", produces = MediaType.TEXT_HTML_VALUE)
    View receipt(@PathVariable String iso3, @PathVariable String command, HttpServletRequest request) {
        MemberState state = MemberState.find(iso3)
                .filter(Audience.of(credentials.require(request))::seesFilingsOf)
                .orElseThrow(FilingController::noReceipt);
        CommandId commandId = commandId(command);
        AppendReceipt receipt = receipts.find(state.iso3(), commandId.value());
        if (receipt == null) {
            throw noReceipt();
        }
        FilingId id = created(receipt, FilingId.createdBy(state.iso3(), commandId));
        return pages.render(
                "filing/receipt.jte", new ReceiptPage(frame(request, "file.receipt.title"), state, receipt, id));
    }

    /** The id that the command creates, if it is the id of the receipt; otherwise the command created nothing. */
    private @Nullable FilingId created(AppendReceipt receipt, FilingId id) {
        StoredEvent recorded = ledger.at(receipt.position());
        boolean isAboutIt = recorded != null && recorded.tags().stream().anyMatch(tag -> tag.endsWith("=" + id));
        return isAboutIt ? id : null;
    }

    private View form(HttpServletRequest request, Answers answers, List<FieldError> errors, HttpStatus status) {
        Frame frame = frame(request, "file.form." + answers.form().path());
        List<FieldError> inOrder = answers.form().inOrder(errors);
        Actor signatory = signatory(request);
        return pages.render(
                "filing/form.jte",
                new FilingPage(frame, signatory, answers, seal.of(answers, signatory), inOrder, List.of(), null),
                status);
    }

    /** Who fills in a form: a problem for everybody but a State's signatory. */
    private Actor signatory(HttpServletRequest request) {
        Actor actor = credentials.require(request);
        if (actor.role() != Role.SIGNATORY) {
            throw Problem.of(
                            403,
                            "role-not-allowed",
                            "Forms are for a signatory; the credential is that of a %s."
                                    .formatted(actor.role().id()))
                    .asException();
        }
        return actor;
    }

    private Frame frame(HttpServletRequest request, String title) {
        var messages = frames.messages(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return frames.of(messages, messages.text(title), Section.FILE);
    }

    private static FilingForm form(String path) {
        return FilingForm.find(path)
                .orElseThrow(
                        () -> Problem.of(404, "unknown-form", "There is no form of this name. Choose one on /file.")
                                .asException());
    }

    private static Answers answers(FilingForm form, MultiValueMap<String, String> fields) {
        try {
            return Answers.posted(form, fields);
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "form-invalid", "This form was not made here. Open it anew on /file.")
                    .asException();
        }
    }

    private static CommandId commandId(String text) {
        try {
            return CommandId.parse(text);
        } catch (IllegalArgumentException e) {
            throw noReceipt();
        }
    }

    private static RuntimeException noReceipt() {
        return Problem.of(404, "not-found", "No filing is on record under this address.")
                .asException();
    }
}

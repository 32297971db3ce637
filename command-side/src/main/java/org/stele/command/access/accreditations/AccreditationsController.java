package org.stele.command.access.accreditations;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.stele.command.access.AccreditedAccounts;
import org.stele.command.access.accreditations.AccreditationsPage.Entered;
import org.stele.command.access.accreditations.AccreditationsPage.Wrong;
import org.stele.command.access.accreditofficial.Accrediting;
import org.stele.command.access.accreditofficial.Accrediting.Accredited;
import org.stele.command.access.withdrawaccreditation.WithdrawAccreditation;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.FilingId;
import org.stele.events.NewYork;
import org.stele.events.Role;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.identity.account.Account;
import org.stele.identity.page.FormToken;
import org.stele.identity.session.SignedInCredentials;
import org.stele.web.body.Body;
import org.stele.web.door.Forwarded;
import org.stele.web.page.Frame;
import org.stele.web.page.Frames;
import org.stele.web.page.Messages;
import org.stele.web.page.Pages;
import org.stele.web.problem.Problem;

/** {@code /account/accreditations}: who may act, for the registrar who says so. No browser keeps it. */
@Controller
final class AccreditationsController {

    private static final String PATH = "/account/accreditations";
    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

    private final RecordedAccreditations recorded;
    private final Accrediting accrediting;
    private final CommandResponder responder;
    private final AccreditedAccounts accounts;
    private final SignedInCredentials credentials;
    private final Forwarded forwarded;
    private final Pages pages;
    private final Frames frames;
    private final Clock clock;

    AccreditationsController(
            RecordedAccreditations recorded,
            Accrediting accrediting,
            CommandResponder responder,
            AccreditedAccounts accounts,
            SignedInCredentials credentials,
            Forwarded forwarded,
            Pages pages,
            Frames frames,
            Clock clock) {
        this.recorded = recorded;
        this.accrediting = accrediting;
        this.responder = responder;
        this.accounts = accounts;
        this.credentials = credentials;
        this.forwarded = forwarded;
        this.pages = pages;
        this.frames = frames;
        this.clock = clock;
    }

    /** Why an accreditation is withdrawn. */
    record Withdrawal(String reason) implements Body {}

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    View all(HttpServletRequest request) {
        registrar(credentials.require(request));
        return page(request, UUID.randomUUID().toString(), Map.of(), List.of(), null, HttpStatus.OK);
    }

    @PostMapping(path = PATH, consumes = FORM)
    View accredit(
            @RequestParam String commandId,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        CommandContext entry = entry(request, commandId);
        AccreditationForm form = new AccreditationForm(fields);
        try {
            Accredited done = accrediting.accredit(new CommandRequest(entry, "POST " + PATH), form.body());
            Entered entered = new Entered(
                    form.typed().getOrDefault("official", ""), done.username(), address(request, done.invitation()));
            return page(request, UUID.randomUUID().toString(), Map.of(), List.of(), entered, HttpStatus.OK);
        } catch (Rejected refused) {
            return page(request, commandId, form.typed(), wrong(refused), null, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (LedgerUnavailable unavailable) {
            Wrong later = new Wrong("", messages(request).text("accreditations.unavailable"));
            return page(request, commandId, form.typed(), List.of(later), null, HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    @GetMapping(path = PATH + "/{id}", produces = MediaType.TEXT_HTML_VALUE)
    View one(@PathVariable FilingId id, HttpServletRequest request) {
        registrar(credentials.require(request));
        return page(request, id, UUID.randomUUID().toString(), null, "", null, HttpStatus.OK);
    }

    @PostMapping(path = PATH + "/{id}/withdrawal", consumes = FORM)
    View withdraw(
            @PathVariable FilingId id,
            @RequestParam String commandId,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        CommandContext entry = entry(request, commandId);
        Withdrawal body = new Withdrawal(reason.strip());
        CommandRequest asked = new CommandRequest(entry, "POST " + PATH + "/" + id + "/withdrawal");
        try {
            responder.record(asked, body, new WithdrawAccreditation(entry, id, body.reason()));
            accounts.close(id);
            return page(request, id, commandId, null, "", null, HttpStatus.OK);
        } catch (Rejected refused) {
            String words = String.valueOf(refused.getMessage());
            return page(request, id, commandId, null, reason, words, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (LedgerUnavailable unavailable) {
            String words = messages(request).text("accreditations.unavailable");
            return page(request, id, commandId, null, reason, words, HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    /** Another invitation in place of those before, for an account whose password nobody has chosen. */
    @PostMapping(path = PATH + "/{id}/invitation", consumes = FORM)
    View invite(@PathVariable FilingId id, HttpServletRequest request) {
        registrar(credentials.requireSignedIn(request).actor());
        String invitation = address(request, accounts.inviteAnew(id));
        return page(request, id, UUID.randomUUID().toString(), invitation, "", null, HttpStatus.OK);
    }

    private CommandContext entry(HttpServletRequest request, String commandId) {
        Actor registrar = registrar(credentials.requireSignedIn(request).actor());
        try {
            return new CommandContext(registrar, CommandId.parse(commandId), NewYork.today(clock));
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "form-invalid", "This form was not made here. Open it anew.")
                    .asException();
        }
    }

    private static Actor registrar(Actor actor) {
        if (actor.role() != Role.REGISTRAR) {
            throw Problem.of(
                            403,
                            "role-not-allowed",
                            "Accreditations are for a registrar; the credential is that of a %s."
                                    .formatted(actor.role().id()))
                    .asException();
        }
        return actor;
    }

    private @Nullable String address(HttpServletRequest request, @Nullable String path) {
        return path == null ? null : forwarded.origin(request) + path;
    }

    private static List<Wrong> wrong(Rejected refused) {
        return refused.all().stream()
                .map(one -> new Wrong(one.field() == null ? "" : one.field(), String.valueOf(one.getMessage())))
                .toList();
    }

    private View page(
            HttpServletRequest request,
            String commandId,
            Map<String, String> typed,
            List<Wrong> errors,
            @Nullable Entered entered,
            HttpStatus status) {
        AccreditationsPage page = new AccreditationsPage(
                frame(request), FormToken.of(request), commandId, recorded.all(), typed, errors, entered);
        return Pages.unkept(pages.render("access/accreditations.jte", page, status));
    }

    private View page(
            HttpServletRequest request,
            FilingId id,
            String commandId,
            @Nullable String invitation,
            String reason,
            @Nullable String error,
            HttpStatus status) {
        RecordedAccreditation accreditation = recorded.find(id)
                .orElseThrow(() -> Problem.of(
                                404, "not-found", "No accreditation with the id %s is on record.".formatted(id))
                        .asException());
        Optional<Account> account = accounts.find(id);
        AccreditationPage page = new AccreditationPage(
                frame(request),
                FormToken.of(request),
                commandId,
                accreditation,
                account.map(Account::username).orElse(null),
                accounts.isAwaited(id),
                invitation,
                reason,
                error);
        return Pages.unkept(pages.render("access/accreditation.jte", page, status));
    }

    private Frame frame(HttpServletRequest request) {
        Messages messages = messages(request);
        return frames.of(messages, messages.text("accreditations.title"), null);
    }

    private Messages messages(HttpServletRequest request) {
        return frames.messages(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}

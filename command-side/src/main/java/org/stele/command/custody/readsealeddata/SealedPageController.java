package org.stele.command.custody.readsealeddata;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.stele.command.custody.readsealeddata.ReadSealedDataEndpoint.ReadSealedDataBody;
import org.stele.command.custody.readsealeddata.SealedPart.Kind;
import org.stele.command.custody.readsealeddata.SealedReading.SealedContent;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.http.CommandRequest;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.EventJson;
import org.stele.events.NewYork;
import org.stele.web.actor.Credentials;
import org.stele.web.page.Frame;
import org.stele.web.page.Frames;
import org.stele.web.page.Pages;
import org.stele.web.page.Section;
import org.stele.web.problem.Problem;
import tools.jackson.databind.JsonNode;

/** {@code /sealed/{position}}: a form that asks for the reason, and what was sealed. */
@Controller
final class SealedPageController {

    private static final String PAGE = "sealed/sealed.jte";

    private final SealedReading reading;
    private final Pages pages;
    private final Frames frames;
    private final Credentials credentials;
    private final Clock clock;

    SealedPageController(SealedReading reading, Pages pages, Frames frames, Credentials credentials, Clock clock) {
        this.reading = reading;
        this.pages = pages;
        this.frames = frames;
        this.credentials = credentials;
        this.clock = clock;
    }

    @GetMapping(path = "/sealed/{position}", produces = MediaType.TEXT_HTML_VALUE)
    View form(@PathVariable long position, HttpServletRequest request) {
        SealedPart part = part(position, entry(request, UUID.randomUUID()));
        return page(request, position, part, UUID.randomUUID().toString(), null, null, HttpStatus.OK);
    }

    @PostMapping(
            path = "/sealed/{position}",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    View read(
            @PathVariable long position,
            @RequestParam String commandId,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        CommandContext entry = entry(request, id(commandId));
        SealedPart part = part(position, entry);
        try {
            ReadSealedDataBody body = new ReadSealedDataBody(number(person), reason.strip());
            CommandRequest asked = new CommandRequest(entry, "POST /sealed/" + position);
            SealedContent read = reading.read(asked, body, position).content();
            return page(request, position, part, commandId, null, lines(read, request), HttpStatus.OK);
        } catch (Rejected refused) {
            return page(
                    request,
                    position,
                    part,
                    commandId,
                    String.valueOf(refused.getMessage()),
                    null,
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private SealedPart part(long position, CommandContext entry) {
        try {
            return ReadSealedDataHandler.require(
                    new ReadSealedData(entry, position, null, "a look"), reading.part(position, entry.actor()));
        } catch (Rejected refused) {
            int status = refused.kind() == Rejected.Kind.NOT_ALLOWED ? 403 : 404;
            throw Problem.of(status, refused.code(), String.valueOf(refused.getMessage()))
                    .asException();
        }
    }

    private CommandContext entry(HttpServletRequest request, UUID commandId) {
        Actor actor = credentials.require(request);
        return new CommandContext(actor, new CommandId(commandId), NewYork.today(clock));
    }

    private static UUID id(String commandId) {
        try {
            return CommandId.parse(commandId).value();
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "form-invalid", "This form was not made here. Open it anew.")
                    .asException();
        }
    }

    private static @Nullable Integer number(String person) {
        try {
            return person.isBlank() ? null : Integer.valueOf(person.strip());
        } catch (NumberFormatException e) {
            throw Rejected.malformed("person", "Expected the number of a person, from 1.");
        }
    }

    /** What was read, a line for each value. */
    private List<String> lines(SealedContent read, HttpServletRequest request) {
        if (read.content() == null) {
            return List.of(frame(request).text("sealed." + read.status()));
        }
        List<String> lines = new ArrayList<>();
        add(lines, "", EventJson.MAPPER.valueToTree(Objects.requireNonNull(read.content())));
        return lines;
    }

    private static void add(List<String> lines, String name, JsonNode node) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> add(
                            lines, name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue()));
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                add(lines, name + "[" + (index + 1) + "]", node.get(index));
            }
        } else if (!node.isNull()) {
            lines.add(name + ": " + node.asString());
        }
    }

    private View page(
            HttpServletRequest request,
            long position,
            SealedPart part,
            String commandId,
            @Nullable String error,
            @Nullable List<String> lines,
            HttpStatus status) {
        return pages.render(
                PAGE,
                new SealedPage(
                        frame(request),
                        position,
                        commandId,
                        part.kind() == Kind.REFERENCES,
                        part.personsCount(),
                        error,
                        lines),
                status);
    }

    private Frame frame(HttpServletRequest request) {
        var messages = frames.messages(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return frames.of(messages, messages.text("sealed.title"), Section.EVENTS);
    }
}

package org.stele.command.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.entry.Signing;
import org.stele.events.Actor;
import org.stele.events.EventJson;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.ledger.submitter.Filing;
import org.stele.ledger.submitter.SignedFilings;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;
import org.stele.web.json.WebJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A statement about a key that a State's root signed, as {@code stele-verify sign} writes it (docs/spec/submitters.md, sections
 * 8.1 and 9).
 */
public record SignedStatement(
        @Schema(description = "The one statement, in its canonical members: content, type, typeVersion") @MaxSize(1)
        List<JsonNode> filings,

        @Schema(description = "The entries of the signature")
        JsonNode signature)
        implements Body {

    private static final String FILINGS = "filings";

    private SignedFilings parsed() {
        try {
            return SignedFilings.parse(WebJson.MAPPER.writeValueAsBytes(this));
        } catch (IllegalArgumentException e) {
            throw Rejected.malformed(
                    FILINGS,
                    "Expected the file that 'stele-verify sign enrol' or 'sign revoke' writes: %s."
                            .formatted(e.getMessage()));
        }
    }

    /** The command's context with the statement's signature. */
    public CommandContext signed(CommandContext entry) {
        return entry.with(Signing.by(parsed().signature()));
    }

    /**
     * The event that the statement becomes.
     *
     * @param type of the event, such as {@code access.SigningKeyEnrolled}
     * @param day the name of the member with the day on which it is recorded
     */
    public <T> T event(Class<T> event, String type, String day, LocalDate today) {
        Filing filing = parsed().filings().getFirst();
        if (!filing.type().equals(type)) {
            throw Rejected.malformed(
                    FILINGS, "Expected a statement of the type %s, got %s.".formatted(type, filing.type()));
        }
        try {
            ObjectNode content =
                    (ObjectNode) EventJson.MAPPER.readTree(filing.canonical()).get("content");
            content.put(day, today.toString());
            return EventJson.MAPPER.treeToValue(content, event);
        } catch (JacksonException | IllegalArgumentException e) {
            String reason =
                    e instanceof JacksonException json ? json.getOriginalMessage() : String.valueOf(e.getMessage());
            throw Rejected.malformed(FILINGS, "The statement is none of the type %s: %s".formatted(type, reason));
        }
    }

    /** Keys are brought by a registrar, or by an official of the State; the root's signature is what counts. */
    public static void requireMayBring(CommandContext entry, MemberState state) {
        entry.requireRole(Role.REGISTRAR, Role.FOCAL_POINT, Role.SIGNATORY);
        Actor actor = entry.actor();
        if (actor.memberState() != null && actor.memberState() != state) {
            throw Rejected.notAllowed(
                    "member-state-not-allowed",
                    "The statement is of %s, and the credential is one of %s.".formatted(state, actor.memberState()));
        }
    }
}

package org.stele.query.log;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.log.LogReader;
import org.stele.eventstore.read.OpenLedger;
import org.stele.ledger.evidence.ConsistencyText;
import org.stele.ledger.note.TlogProof;
import org.stele.query.lens.SeenEvent;
import org.stele.query.lens.SeenEvents;
import org.stele.query.view.EventPosition;
import org.stele.query.view.Parameters;
import org.stele.query.view.ViewPoints;
import org.stele.web.problem.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Proofs: that an event is in the ledger, that the ledger only grew, and the opening of an event's leaf; and one file of all. */
@RestController
final class ProofController {

    private static final String FROM = "from";
    private static final String TO = "to";

    private final LogReader log;
    private final OpenLedger ledger;
    private final SeenEvents seen;
    private final ViewPoints viewPoints;
    private final JsonMapper json;

    ProofController(LogReader log, OpenLedger ledger, SeenEvents seen, ViewPoints viewPoints, JsonMapper json) {
        this.json = json;
        this.log = log;
        this.ledger = ledger;
        this.seen = seen;
        this.viewPoints = viewPoints;
    }

    /**
     * What an event's leaf commits to: SHA-256(salt || body) is the leaf's commitment.
     *
     * @param leaf the exact text that the tree holds
     * @param salt 16 bytes in base64
     * @param body the exact stored bytes in base64, to be used as they are
     */
    @JsonPropertyOrder({"position", "leaf", "leafHash", "salt", "body"})
    record Opening(long position, String leaf, String leafHash, String salt, String body) {}

    @Operation(
            summary = "The proof that an event is in the ledger, under its last checkpoint (C2SP tlog-proof)",
            description = "503 not-signed-yet for an event that no checkpoint covers yet; that takes a second or two.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    @GetMapping(path = "/api/v1/events/{position}/proof", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> proof(@PathVariable String position, HttpServletRequest request) {
        long read = position(position, request);
        return LogController.text(
                log.proof(read).orElseThrow(() -> missing(read)).encode());
    }

    @Operation(
            summary = "The proof that the ledger of one size is the beginning of that of another",
            description =
                    "Hashes in base64, one a line, as RFC 6962, section 2.1.2, orders them. No line where the sizes are"
                            + " the same, or the first is 0.")
    @Parameter(name = FROM, in = ParameterIn.QUERY, required = true, description = "The smaller size.")
    @Parameter(
            name = TO,
            in = ParameterIn.QUERY,
            description = "The larger size; that of the last checkpoint by default.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    @GetMapping(path = "/api/v1/consistency", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> consistency(HttpServletRequest request) {
        long signed = LogController.latest(log, Log.LEDGER).size();
        Parameters parameters = Parameters.of(request, FROM, TO);
        long to =
                parameters.read(TO, text -> Parameters.number(text, 0, signed)).orElse(signed);
        long from =
                parameters.read(FROM, text -> Parameters.number(text, 0, to)).orElse(-1L);
        if (request.getParameter(FROM) == null) {
            parameters.refuse(FROM, "Expected the smaller size.");
        }
        parameters.requireNoErrors();
        return LogController.text(
                ConsistencyText.encode(log.consistency(from, to).hashes()));
    }

    @Operation(
            summary = "The opening of an event: the salt and the exact bytes of the body that its leaf commits to",
            description =
                    "For whoever may read the event. Salt and body are base64; the file is what stele-verify proof"
                            + " takes as --opening, and the salt what it takes as --salt.")
    @Parameter(
            name = ViewPoints.AUDIENCE,
            in = ParameterIn.QUERY,
            description = "PUBLIC, for auditors and the Committee to look as the public does.")
    @GetMapping(path = "/api/v1/events/{position}/opening", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Opening> opening(@PathVariable String position, HttpServletRequest request) {
        SeenEvent event = seen(position, request);
        requireShown(event);
        StoredEvent whole = event.whole();
        if (whole == null) {
            throw Problem.of(
                            403,
                            "event-withheld",
                            "Event " + event.position() + " is not open to you. Name a role that may read it.")
                    .asException();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(new Opening(
                        event.position(),
                        new String(event.leaf(), StandardCharsets.US_ASCII),
                        event.leafHash().hex(),
                        Base64.getEncoder().encodeToString(whole.salt()),
                        Base64.getEncoder().encodeToString(whole.body())));
    }

    @Operation(
            summary =
                    "One file by which an event is checked offline: its proof, with its leaf and, for whoever may read it, its opening",
            description =
                    "A tlog-proof whose line extra is the JSON of leaf, salt and body in base64. stele-verify event FILE"
                            + " and docs/verify.html check it. Of an event that is withheld from the reader, or whose"
                            + " body was removed, the leaf alone is in it. 503 not-signed-yet as for the proof.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    @Parameter(name = ViewPoints.AUDIENCE, in = ParameterIn.QUERY, description = "As in every view.")
    @GetMapping(path = "/api/v1/events/{position}/evidence", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> evidence(@PathVariable String position, HttpServletRequest request) {
        SeenEvent event = seen(position, request);
        TlogProof proof = log.proof(event.position()).orElseThrow(() -> missing(event.position()));
        StoredEvent whole = event.whole();
        SeenEvent.Damage damage = event.damage();
        if (damage != null && damage.acceptedIn() == null) {
            requireShown(event);
        }
        Map<String, String> opening = new LinkedHashMap<>();
        opening.put("leaf", new String(event.leaf(), StandardCharsets.US_ASCII));
        if (whole != null) {
            opening.put("salt", Base64.getEncoder().encodeToString(whole.salt()));
            opening.put("body", Base64.getEncoder().encodeToString(whole.body()));
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.TEXT_PLAIN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"event-%s.tlog-proof\"".formatted(event.position()))
                .body(proof.with(json.writeValueAsBytes(opening)).encode());
    }

    /** The event as the reader sees it. */
    private SeenEvent seen(String position, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, ViewPoints.AUDIENCE);
        SeenEvents.Look look = seen.of(viewPoints.read(request, parameters, ledger.head()));
        long read = EventPosition.inPath(position);
        SeenEvent event = look.at(read);
        if (event == null) {
            throw missing(read);
        }
        return event;
    }

    private static long position(String text, HttpServletRequest request) {
        Parameters.of(request).requireNoErrors();
        return EventPosition.inPath(text);
    }

    /** The body was removed by order (410), or the stored row does not open the leaf: 410 where that was accepted, and 503 otherwise. */
    private static void requireShown(SeenEvent event) {
        SeenEvent.Damage damage = event.damage();
        if (damage != null && damage.isRedaction()) {
            throw Problem.of(
                            410,
                            "event-redacted",
                            "The body of event " + event.position() + " was removed by order of two persons, as event "
                                    + damage.acceptedIn() + " says.")
                    .asException();
        }
        if (damage != null) {
            boolean isAccepted = damage.acceptedIn() != null;
            throw Problem.of(
                            isAccepted ? 410 : 503,
                            "event-damaged",
                            "The bytes stored at position " + event.position()
                                    + " are not those that its leaf commits to, and are not given out."
                                    + (isAccepted ? " Two persons accepted the damage." : ""))
                    .asException();
        }
    }

    /** An event that does not exist (404), or that no checkpoint covers yet (503). */
    private RuntimeException missing(long position) {
        long head = ledger.head();
        return position <= head
                ? Problem.of(
                                503,
                                "not-signed-yet",
                                "No checkpoint covers event %s yet. Ask again in a second or two.".formatted(position))
                        .asException()
                : EventPosition.unknown(Long.toString(position), head);
    }
}

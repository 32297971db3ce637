package org.stele.query.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.log.LogReader;
import org.stele.eventstore.log.TrustedKeys;
import org.stele.ledger.TileCoordinate;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.web.problem.Problem;

/**
 * Both logs as C2SP tlog-tiles: the ledger's own below {@code /log}, that of State heads below {@code /log/states}.
 * They take no parameters and need no sign-in: the leaves reveal nothing of what was filed.
 */
@RestController
final class LogController {

    static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private static final String ROOT = "/log/";
    private static final String STATES_ROOT = "/log/states/";
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final LogReader log;

    LogController(LogReader log) {
        this.log = log;
    }

    @Operation(
            summary = "The last signed checkpoint of the ledger, with the cosignatures of witnesses (C2SP"
                    + " tlog-checkpoint)")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    @GetMapping(path = "/log/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> checkpoint() {
        return text(latest(log, Log.LEDGER).encode());
    }

    @Operation(summary = "The last signed checkpoint of the State heads")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    @GetMapping(path = "/log/states/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> statesCheckpoint() {
        return text(latest(log, Log.STATES).encode());
    }

    @Operation(
            summary = "A tile of hashes, or a bundle of entries, of the ledger or of the State heads (C2SP tlog-tiles)")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping(
            path = {ROOT + "tile/**", STATES_ROOT + "tile/**"},
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean isOfStates = path.startsWith(STATES_ROOT);
        String root = isOfStates ? STATES_ROOT : ROOT;
        return coordinate(path.substring(root.length()))
                .flatMap(coordinate -> log.tile(isOfStates ? Log.STATES : Log.LEDGER, coordinate)
                        .map(bytes -> answer(coordinate, bytes, request)))
                .orElseThrow(() -> Problem.of(
                                404,
                                "no-such-tile",
                                "No signed tree has this tile. Ask %scheckpoint for the size, and see C2SP tlog-tiles."
                                        .formatted(root))
                        .asException());
    }

    private static ResponseEntity<byte[]> answer(TileCoordinate coordinate, byte[] bytes, HttpServletRequest request) {
        // A tile of a given width never changes, full or not.
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(FOR_EVER);
        if (coordinate.level() != TileCoordinate.ENTRIES) {
            return answer.body(bytes); // Hashes cannot be compressed.
        }
        answer.varyBy(HttpHeaders.ACCEPT_ENCODING);
        return Gzip.isAccepted(request.getHeaders(HttpHeaders.ACCEPT_ENCODING))
                ? answer.header(HttpHeaders.CONTENT_ENCODING, Gzip.NAME).body(Gzip.compress(bytes))
                : answer.body(bytes);
    }

    private static Optional<TileCoordinate> coordinate(String path) {
        try {
            return Optional.of(TileCoordinate.parse(path));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Operation(summary = "The verifier key that signs now. Compare it with what you were given by other ways")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    @GetMapping(path = "/log/key", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> key() {
        SignedCheckpoint latest = latest(log, Log.LEDGER);
        NoteKey key = log.keys().ranges().stream()
                .filter(range -> latest.note().signatures().stream().anyMatch(range.key()::isNamedBy))
                .max(Comparator.comparingLong(TrustedKeys.Range::first))
                .orElseThrow(() -> Problem.of(
                                503, "ledger-damaged", "No key is on record for the last checkpoint; run fsck.")
                        .asException())
                .key();
        return text((key + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Operation(summary = "All keys that ever signed, with the sizes that they signed, as a C2SP tlog-policy")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    @GetMapping(path = "/log/policy", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> policy() {
        latest(log, Log.LEDGER);
        return text(log.keys().policyText().getBytes(StandardCharsets.UTF_8));
    }

    /** The last checkpoint; a problem (503) before there is one. */
    static SignedCheckpoint latest(LogReader log, Log which) {
        return log.latest(which)
                .orElseThrow(() -> Problem.of(
                                503,
                                "not-signed-yet",
                                "The ledger has not signed a checkpoint yet. Ask again in a second or two.")
                        .asException());
    }

    static ResponseEntity<byte[]> text(byte[] text) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache())
                .body(text);
    }
}

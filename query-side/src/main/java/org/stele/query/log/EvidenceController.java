package org.stele.query.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.evidence.EvidenceBundle;
import org.stele.eventstore.evidence.EvidenceUnavailable;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.log.LogReader;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.query.api.MemberStateParameter;
import org.stele.query.lens.SeenEvents;
import org.stele.query.view.Parameters;
import org.stele.query.view.ViewPoints;
import org.stele.web.limit.Places;
import org.stele.web.page.ViewPoint;
import org.stele.web.problem.Problem;

/** Evidence bundles (docs/spec/ledger.md, section 9), streamed while they are built. */
@RestController
final class EvidenceController {

    private static final String COMPLETENESS = "completeness";
    private static final String SINCE = "since";
    private static final String ZIP = "application/zip";
    private static final String TREE_SIZE_MEANS =
            "The size of the ledger, at which a checkpoint was signed; that of the last one by default.";
    private static final String SINCE_MEANS =
            "The size of a checkpoint that you kept: a proof is added that the ledger grew from it.";

    private static final String AUDIENCE_MEANS =
            "PUBLIC, for auditors and the Committee to look as the public does; what a reader may not see whole is"
                    + " listed as withheld.";

    private final LogReader log;
    private final SeenEvents seen;
    private final ViewPoints viewPoints;
    /** A bundle may take minutes to a slow reader; the number that are built at once is limited. */
    private final Places places;

    EvidenceController(LogReader log, SeenEvents seen, ViewPoints viewPoints, Places places) {
        this.log = log;
        this.seen = seen;
        this.viewPoints = viewPoints;
        this.places = places;
    }

    @Operation(
            summary = "Evidence of all that one State filed, to be checked offline with stele-verify",
            description =
                    "The same parameters give the same bytes. With completeness=leaves (by default) all leaves of the"
                            + " ledger show that no event is missing; with completeness=heads the bundle is small, and"
                            + " State heads show it.")
    @Parameter(name = ViewPoints.TREE_SIZE, in = ParameterIn.QUERY, description = TREE_SIZE_MEANS)
    @Parameter(name = COMPLETENESS, in = ParameterIn.QUERY, description = "leaves or heads; leaves by default.")
    @Parameter(name = SINCE, in = ParameterIn.QUERY, description = SINCE_MEANS)
    @Parameter(name = ViewPoints.AUDIENCE, in = ParameterIn.QUERY, description = AUDIENCE_MEANS)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/api/v1/states/{iso3}/evidence.zip", produces = ZIP)
    void ofState(@PathVariable String iso3, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String state = MemberStateParameter.inPath(iso3).iso3();
        Parameters parameters = Parameters.of(request, ViewPoints.TREE_SIZE, COMPLETENESS, SINCE, ViewPoints.AUDIENCE);
        Completeness completeness =
                parameters.read(COMPLETENESS, EvidenceController::completeness).orElse(Completeness.LEAVES);
        send(read(request, parameters, state, completeness), request, response);
    }

    @Operation(summary = "Evidence of the whole ledger, to be checked offline with stele-verify")
    @Parameter(name = ViewPoints.TREE_SIZE, in = ParameterIn.QUERY, description = TREE_SIZE_MEANS)
    @Parameter(name = SINCE, in = ParameterIn.QUERY, description = SINCE_MEANS)
    @Parameter(name = ViewPoints.AUDIENCE, in = ParameterIn.QUERY, description = AUDIENCE_MEANS)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/api/v1/evidence.zip", produces = ZIP)
    void ofLedger(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = Parameters.of(request, ViewPoints.TREE_SIZE, SINCE, ViewPoints.AUDIENCE);
        send(read(request, parameters, null, Completeness.LEAVES), request, response);
    }

    /**
     * The bundle that is asked for.
     *
     * @param state whose events are disclosed; null for the whole ledger
     * @param point the size of the ledger, and for whom
     */
    private record Wanted(@Nullable String state, Completeness completeness, long since, ViewPoint point) {}

    private static Completeness completeness(String text) {
        return switch (text) {
            case "leaves" -> Completeness.LEAVES;
            case "heads" -> Completeness.HEADS;
            default -> throw new IllegalArgumentException("Expected leaves or heads.");
        };
    }

    private Wanted read(
            HttpServletRequest request, Parameters parameters, @Nullable String state, Completeness completeness) {
        long signed = LogController.latest(log, Log.LEDGER).size();
        long size = parameters
                .read(ViewPoints.TREE_SIZE, text -> Parameters.number(text, 1, signed))
                .orElse(signed);
        long since =
                parameters.read(SINCE, text -> Parameters.number(text, 0, size)).orElse(0L);
        return new Wanted(state, completeness, since, viewPoints.read(request, parameters, size));
    }

    private void send(Wanted wanted, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!places.tryEnter()) {
            throw Problem.of(503, "evidence-busy", "Too many bundles are being made. Ask again shortly.")
                    .asException();
        }
        try {
            EvidenceBundle bundle = prepare(wanted);
            String name = name(wanted);
            response.setContentType(ZIP);
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".zip\"");
            response.setHeader("Cache-Control", "no-cache, private");
            if (request.getMethod().equals("HEAD")) {
                return; // What can be said without making it; how long it is cannot.
            }
            write(bundle, response);
        } finally {
            places.leave();
        }
    }

    private static void write(EvidenceBundle bundle, HttpServletResponse response) throws IOException {
        try {
            OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16);
            bundle.write(out);
            out.flush();
        } catch (LedgerDamaged | IllegalArgumentException | NullPointerException e) {
            if (response.isCommitted()) {
                throw new IOException("The bundle breaks off: " + e.getMessage(), e);
            }
            response.resetBuffer();
            response.setHeader("Content-Disposition", null);
            throw e instanceof LedgerDamaged damaged ? damaged : damaged(e);
        }
    }

    private static RuntimeException damaged(RuntimeException cause) {
        return Problem.of(
                        503,
                        "ledger-damaged",
                        "What is stored for this bundle is damaged: %s; run fsck.".formatted(cause.getMessage()))
                .asException();
    }

    private static String name(Wanted wanted) {
        return "stele-%s-%s-%s"
                .formatted(
                        wanted.state() == null ? "ledger" : wanted.state(),
                        wanted.point().treeSize(),
                        wanted.completeness().name().toLowerCase(Locale.ROOT));
    }

    private EvidenceBundle prepare(Wanted wanted) {
        try {
            return seen.of(wanted.point())
                    .bundle(wanted.state(), wanted.point().treeSize(), wanted.completeness(), wanted.since());
        } catch (EvidenceUnavailable e) {
            String detail = String.valueOf(e.getMessage());
            Problem problem = switch (e.reason()) {
                case NO_CHECKPOINT -> Problem.of(404, "no-checkpoint-at-size", detail);
                case NO_EVENT -> Problem.of(404, "no-evidence", detail);
                case TOO_LARGE -> Problem.of(422, "evidence-too-large", detail);
                case NO_STATE_HEADS -> Problem.of(503, "no-state-heads", detail);
            };
            throw problem.asException();
        }
    }
}

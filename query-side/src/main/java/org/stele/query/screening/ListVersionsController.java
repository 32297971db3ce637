package org.stele.query.screening;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.stele.events.Audience;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.list.HoldReason;
import org.stele.events.screening.list.ListDelta;
import org.stele.query.api.ViewParameters;
import org.stele.query.view.ViewPoints;
import org.stele.statefile.screening.ListVersion;
import org.stele.statefile.screening.ListVersions;
import org.stele.statefile.screening.ListVersions.Standing;
import org.stele.statefile.screening.ScreeningCut;
import org.stele.web.page.ViewPoint;
import org.stele.web.problem.Problem;
import org.stele.web.text.RecordedAt;

/** The versions of the lists, which everybody may see. */
@RestController
final class ListVersionsController {

    private final ScreeningRegister register;
    private final ViewPoints viewPoints;

    ListVersionsController(ScreeningRegister register, ViewPoints viewPoints) {
        this.register = register;
        this.viewPoints = viewPoints;
    }

    @JsonPropertyOrder({"view", "listVersions"})
    record All(ViewPoint view, List<Version> listVersions) {}

    /**
     * One version.
     *
     * @param reason of the registrar who let it stand or rejected it; null where nothing was decided
     */
    @JsonPropertyOrder({
        "sha256",
        "list",
        "source",
        "dateGenerated",
        "entriesCount",
        "standing",
        "heldFor",
        "loadedAt",
        "decidedAt",
        "reason",
        "position"
    })
    record Version(
            Sha256Digest sha256,
            String list,
            String source,
            @Nullable String dateGenerated,
            int entriesCount,
            Standing standing,
            List<HoldReason> heldFor,
            String loadedAt,
            @Nullable String decidedAt,
            @Nullable String reason,
            long position) {}

    /** @param delta null for the first version of a list */
    @JsonPropertyOrder({"view", "sha256", "previous", "delta"})
    record Delta(
            ViewPoint view,
            Sha256Digest sha256,
            @Nullable Sha256Digest previous,
            @Nullable ListDelta delta) {}

    @Operation(summary = "The versions of the lists, in the order in which they were loaded")
    @ViewParameters
    @GetMapping(path = "/api/v1/list-versions", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<All> all(HttpServletRequest request) {
        ViewPoint point = point(request);
        ListVersions lists = lists(point);
        return found(new All(
                point,
                lists.all().stream().map(version -> version(lists, version)).toList()));
    }

    @Operation(summary = "How a version of a list differs from the one that stood before it")
    @ViewParameters
    @GetMapping(path = "/api/v1/list-versions/{sha256}/delta", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Delta> delta(@PathVariable String sha256, HttpServletRequest request) {
        ViewPoint point = point(request);
        ListVersion version = lists(point).all().stream()
                .filter(one -> one.sha256().hex().equals(sha256))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                404,
                                "unknown-list-version",
                                "No version with this SHA-256 is in this view. GET /api/v1/list-versions lists them.")
                        .asException());
        return found(new Delta(point, version.sha256(), version.standingPrevious(), version.standingDelta()));
    }

    private static Version version(ListVersions lists, ListVersion version) {
        ListVersion.Decision decision = version.decision();
        return new Version(
                version.sha256(),
                version.list(),
                version.source(),
                version.dateGenerated(),
                version.entriesCount(),
                lists.standing(version),
                version.reasons(),
                RecordedAt.text(version.recordedAt()),
                decision == null ? null : RecordedAt.text(decision.recordedAt()),
                decision == null ? null : decision.reason(),
                version.position());
    }

    private ListVersions lists(ViewPoint point) {
        return register.at(new ScreeningCut(point.treeSize(), point.day()), Audience.PUBLIC)
                .lists();
    }

    private ViewPoint point(HttpServletRequest request) {
        return viewPoints.read(request, ViewPoints.parameters(request));
    }

    private static <T> ResponseEntity<T> found(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(body);
    }
}

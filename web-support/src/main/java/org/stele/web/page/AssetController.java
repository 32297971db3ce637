package org.stele.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stele.web.problem.Problem;

/**
 * Serves the assets: cached forever under the address with their content's digest, and revalidated under any other.
 */
@RestController
final class AssetController {

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{name}")
    ResponseEntity<byte[]> asset(
            @PathVariable String name, @RequestParam(name = "v") @Nullable String version, HttpServletRequest request) {
        return assets.find(name)
                .map(asset -> answer(asset, asset.version().equals(version), request))
                .orElseThrow(() ->
                        Problem.of(404, "not-found", "No file has this name.").asException());
    }

    @GetMapping("/favicon.ico")
    ResponseEntity<byte[]> favicon(HttpServletRequest request) {
        return asset("favicon.svg", null, request);
    }

    private static ResponseEntity<byte[]> answer(
            Assets.Asset asset, boolean addressedByContent, HttpServletRequest request) {
        String tag = "\"" + asset.version() + "\"";
        boolean isKnown = Conditions.isKnown(request, tag);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(isKnown ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .cacheControl(
                        addressedByContent
                                ? CacheControl.maxAge(Duration.ofDays(365))
                                        .cachePublic()
                                        .immutable()
                                : CacheControl.noCache())
                .eTag(tag);
        return isKnown
                ? answer.build()
                : answer.contentType(MediaType.parseMediaType(asset.contentType()))
                        .body(asset.bytes());
    }
}

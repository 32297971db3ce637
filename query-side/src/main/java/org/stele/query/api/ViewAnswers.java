package org.stele.query.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.stele.query.view.States;
import org.stele.query.view.ViewPoints;
import org.stele.web.page.Conditions;
import org.stele.web.page.Etags;
import org.stele.web.page.ViewPoint;

/** Answers with a view and its entity tag, or that the reader has it (304). */
final class ViewAnswers {

    private final States states;
    private final ViewPoints viewPoints;
    private final Etags etags;

    ViewAnswers(States states, ViewPoints viewPoints, Etags etags) {
        this.states = states;
        this.viewPoints = viewPoints;
        this.etags = etags;
    }

    ViewPoints viewPoints() {
        return viewPoints;
    }

    /** The view point of a request that takes it and these parameters. */
    ViewPoint point(HttpServletRequest request, String... more) {
        return viewPoints.read(request, ViewPoints.parameters(request, more));
    }

    /**
     * The tag of a view; empty where the ledger's root cannot be computed.
     *
     * @param present what the view depends on besides, when it was looked up
     */
    Optional<String> tag(String name, ViewPoint point, String present, Object... more) {
        return states.root(point.treeSize())
                .map(root -> etags.strong(name + "." + point.tag(), root, present, Arrays.asList(more)));
    }

    static boolean isKnown(HttpServletRequest request, Optional<String> tag) {
        return tag.isPresent() && Conditions.isKnown(request, tag.get());
    }

    static <T> ResponseEntity<T> found(Optional<String> tag, T body) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate());
        tag.ifPresent(answer::eTag);
        return answer.body(body);
    }

    static <T> ResponseEntity<T> notModified(String tag) {
        return ResponseEntity.status(304)
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .build();
    }
}

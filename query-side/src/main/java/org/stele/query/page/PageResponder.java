package org.stele.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.View;
import org.stele.query.view.Parameters;
import org.stele.query.view.States;
import org.stele.query.view.ViewPoints;
import org.stele.web.page.Conditions;
import org.stele.web.page.Etags;
import org.stele.web.page.Frame;
import org.stele.web.page.Frames;
import org.stele.web.page.Pages;
import org.stele.web.page.Section;
import org.stele.web.page.ViewPoint;

/** Parses a page request and answers it, or answers that the reader already has the page (304). */
public final class PageResponder {

    private static final List<String> VIEW =
            List.of(ViewPoints.EFFECTIVE_ON, ViewPoints.KNOWN_ON, ViewPoints.TREE_SIZE);

    private static final List<String> EVERY =
            Stream.concat(VIEW.stream(), Stream.of(ViewPoints.AUDIENCE)).toList();

    private final ViewPoints viewPoints;
    private final States states;
    private final Frames frames;
    private final Pages pages;
    private final Etags etags;

    public PageResponder(ViewPoints viewPoints, States states, Frames frames, Pages pages, Etags etags) {
        this.viewPoints = viewPoints;
        this.states = states;
        this.frames = frames;
        this.pages = pages;
        this.etags = etags;
    }

    /** The parameters of a page: those that every page takes, and these. */
    public Parameters parameters(HttpServletRequest request, String... more) {
        Stream<String> all = Stream.concat(EVERY.stream(), Arrays.stream(more));
        return Parameters.ofPage(request, all.toArray(String[]::new));
    }

    /** Ends the parsing of the parameters. */
    public ViewRequest asked(HttpServletRequest request, Parameters parameters) {
        ViewPoint point = viewPoints.read(request, parameters);
        return new ViewRequest(
                frames.messages(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                point,
                lasting(request, parameters, point),
                otherAudience(request, parameters, point),
                states.head());
    }

    /** The address of the same page that names the whole view; null where the request already used such an address. */
    private static @Nullable String lasting(HttpServletRequest request, Parameters parameters, ViewPoint point) {
        if (VIEW.stream().allMatch(parameters::has)) {
            return null;
        }
        return point.link(request.getRequestURI(), beside(parameters));
    }

    private static @Nullable String otherAudience(HttpServletRequest request, Parameters parameters, ViewPoint point) {
        if (point.isAnothers()) {
            return point.asReader().link(request.getRequestURI(), beside(parameters));
        }
        return switch (point.reader().kind()) {
            case AUDIT, COMMITTEE -> point.asPublic().link(request.getRequestURI(), beside(parameters));
            case PUBLIC, STATE, MSMT, CUSTODY -> null;
        };
    }

    /** What a request states beside the view, as names and values in turn. */
    private static String[] beside(Parameters parameters) {
        return parameters.stated().entrySet().stream()
                .filter(stated -> !EVERY.contains(stated.getKey()))
                .flatMap(stated -> Stream.of(stated.getKey(), stated.getValue()))
                .toArray(String[]::new);
    }

    public Frame frame(ViewRequest asked, String title, @Nullable Section section) {
        return frames.of(
                asked.messages(),
                title,
                section,
                asked.point(),
                asked.lasting(),
                asked.otherAudience(),
                asked.ledgerHead());
    }

    /**
     * The page, rendered only if the reader does not have it: pages are equal for the same view of the same ledger,
     * ledger head, language and remaining request.
     */
    public View answer(WebRequest request, String template, ViewRequest asked, List<?> askedMore, Supplier<?> page) {
        Optional<String> tag = states.root(asked.point().treeSize())
                .map(root -> etags.of(
                        template,
                        asked.point().tag(),
                        asked.point().reader(),
                        String.valueOf(frames.visitor()),
                        states.present(asked.point()),
                        String.valueOf(asked.lasting()),
                        root,
                        asked.ledgerHead(),
                        asked.messages().language(),
                        askedMore));
        if (tag.isEmpty()) {
            return pages.render(template, page.get());
        }
        HttpServletRequest asking = ((ServletWebRequest) request).getRequest();
        return Conditions.isKnown(asking, tag.get())
                ? pages.notModified(tag.get())
                : pages.render(template, page.get(), tag.get());
    }
}

package org.stele.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.stele.web.problem.ErrorPage;
import org.stele.web.problem.FieldError;
import org.stele.web.problem.Problem;

/** Shows a problem as a page. */
final class PageErrors implements ErrorPage {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    /** Codes whose detail is written for programs; the page has its own text for them. */
    private static final Set<String> SAID_BY_THE_PAGE =
            Set.of("not-found", "internal", "bad-request", "unavailable", "method-not-allowed");

    private final Pages pages;
    private final Frames frames;

    PageErrors(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @Override
    public String render(Problem problem, HttpServletRequest request) {
        try {
            return pages.text("layout/error.jte", view(problem, request));
        } catch (RuntimeException e) {
            LOG.error("The error page itself failed.", e);
            return "<!DOCTYPE html><html lang=\"en\"><title>Error</title><h1>Error %s</h1>".formatted(problem.status());
        }
    }

    private ErrorView view(Problem problem, HttpServletRequest request) {
        Messages messages = frames.messages(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        String key = key(problem, messages);
        Frame frame = frames.of(messages, messages.text(key + ".title"), null);
        return new ErrorView(
                frame,
                problem.status(),
                messages.text(key + ".explanation"),
                details(problem),
                messages.text(key + ".next"));
    }

    /** Some codes have texts of their own, as some statuses have. */
    private static String key(Problem problem, Messages messages) {
        return Stream.of(problem.code(), String.valueOf(problem.status()))
                .map(own -> "error." + own)
                .filter(own -> messages.has(own + ".title"))
                .findFirst()
                .orElse(problem.status() >= 500 ? "error.500" : "error.400");
    }

    private static List<String> details(Problem problem) {
        Stream<String> detail =
                SAID_BY_THE_PAGE.contains(problem.code()) ? Stream.empty() : Stream.of(problem.detail());
        return Stream.concat(detail, problem.errors().stream().map(FieldError::message))
                .toList();
    }
}

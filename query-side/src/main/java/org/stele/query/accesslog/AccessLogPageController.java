package org.stele.query.accesslog;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;
import org.stele.identity.accesslog.AccessRow;
import org.stele.identity.accesslog.AccessRows;
import org.stele.query.view.Parameters;
import org.stele.web.page.Frames;
import org.stele.web.page.Pages;

/** The access log as a page. No browser keeps it. */
@Controller
final class AccessLogPageController {

    private final AccessLogReaders readers;
    private final AccessLogCheck check;
    private final Pages pages;
    private final Frames frames;

    AccessLogPageController(AccessLogReaders readers, AccessLogCheck check, Pages pages, Frames frames) {
        this.readers = readers;
        this.check = check;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping(path = "/access-log", produces = MediaType.TEXT_HTML_VALUE)
    View page(HttpServletRequest request) {
        AccessRows rows = readers.admit(request);
        Parameters parameters = Parameters.ofPage(
                request, AccessLogQuery.FROM, AccessLogQuery.TO, AccessLogQuery.AFTER, AccessLogQuery.CHECK);
        boolean isChecked = parameters.has(AccessLogQuery.CHECK);
        AccessLogQuery query = AccessLogQuery.read(parameters);
        List<AccessRow> found = query.isPlaced()
                ? rows.read(query.after(), query.begin(), query.end(), query.limit())
                : rows.last(query.limit());
        var messages = frames.messages(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        View view = pages.render(
                "accesslog/accesslog.jte",
                new AccessLogPage(
                        frames.of(messages, messages.text("access-log.title"), null),
                        given(request, AccessLogQuery.FROM),
                        given(request, AccessLogQuery.TO),
                        found,
                        next(request, query, found),
                        isChecked ? check.check() : null));
        return Pages.unkept(view);
    }

    private static @Nullable String next(HttpServletRequest request, AccessLogQuery query, List<AccessRow> found) {
        if (!query.isPlaced() || found.size() < query.limit()) {
            return null;
        }
        return UriComponentsBuilder.fromPath("/access-log")
                .queryParam(AccessLogQuery.FROM, given(request, AccessLogQuery.FROM))
                .queryParam(AccessLogQuery.TO, given(request, AccessLogQuery.TO))
                .queryParam(AccessLogQuery.AFTER, found.getLast().number())
                .encode()
                .toUriString();
    }

    private static String given(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }
}

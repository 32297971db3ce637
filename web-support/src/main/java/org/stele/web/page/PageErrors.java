package org.stele.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * Errors of pages, as pages. What programs ask for (under {@code /api}, {@code /log} and {@code /actuator}) is left to
 * those that answer them, unless nobody did and a browser asks.
 */
final class PageErrors implements HandlerExceptionResolver, ErrorViewResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);
    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/log/", "/actuator", "/v3/api-docs");

    private final Pages pages;
    private final Frames frames;

    PageErrors(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (isForPrograms(request.getRequestURI())) {
            return null;
        }
        HttpStatus status = status(exception);
        if (status.is5xxServerError()) {
            LOG.error("The page {} failed.", request.getRequestURI(), exception);
        }
        return new ModelAndView(view(request, status, detail(exception)));
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return new ModelAndView(view(request, status, ""));
    }

    private static boolean isForPrograms(String path) {
        return FOR_PROGRAMS.stream().anyMatch(path::startsWith);
    }

    private static HttpStatus status(Exception exception) {
        return switch (exception) {
            case PageNotFound notFound -> HttpStatus.NOT_FOUND;
            case BadPageRequest bad -> HttpStatus.BAD_REQUEST;
            case TypeMismatchException mismatch -> HttpStatus.BAD_REQUEST;
            case ErrorResponse answer ->
                HttpStatus.valueOf(answer.getStatusCode().value());
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static String detail(Exception exception) {
        boolean writtenForReaders = exception instanceof PageNotFound || exception instanceof BadPageRequest;
        String message = exception.getMessage();
        return writtenForReaders && message != null ? message : "";
    }

    private View view(HttpServletRequest request, HttpStatus status, String detail) {
        Messages messages = frames.messages(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        String words = "error." + status.value();
        String key = messages.has(words + ".title") ? words : status.is5xxServerError() ? "error.500" : "error.400";
        Frame frame = frames.of(messages, messages.text(key + ".title"), null);
        ErrorPage page = new ErrorPage(
                frame, status.value(), messages.text(key + ".explanation"), detail, messages.text(key + ".next"));
        return pages.render("layout/error.jte", page, status);
    }
}

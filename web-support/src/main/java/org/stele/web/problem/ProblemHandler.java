package org.stele.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Turns every exception of a controller, a filter or the container into a problem. It comes last: more specific advices
 * are asked first.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
@RestControllerAdvice
@RestController
final class ProblemHandler implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemResponse responses;

    ProblemHandler(ProblemResponse responses) {
        this.responses = responses;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<byte[]> handle(Exception failure, HttpServletRequest request) {
        if (clientHasGone(failure)) {
            LOG.debug("{} {}: the client went away", request.getMethod(), request.getRequestURI());
            return null; // There is nobody to tell.
        }
        Problem problem = failure instanceof InvalidParameterException
                ? UndecodableParameters.of(request.getQueryString())
                : FrameworkProblems.of(failure);
        if (problem == null) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
            problem = FrameworkProblems.internal();
        }
        return responses.of(problem, request, request.getRequestURI(), headers(failure));
    }

    /** Only the container knows that a client disconnected: another broken connection may have the same message. */
    private static boolean clientHasGone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AsyncRequestNotUsableException || cause instanceof ClientAbortException) {
                return true;
            }
        }
        return false;
    }

    private static HttpHeaders headers(Exception failure) {
        if (failure instanceof HttpRequestMethodNotSupportedException method) {
            HttpHeaders allowed = new HttpHeaders();
            allowed.set(HttpHeaders.ALLOW, FrameworkProblems.allowed(method));
            return allowed;
        }
        return failure instanceof ErrorResponse stated ? stated.getHeaders() : HttpHeaders.EMPTY;
    }

    /** Failures outside any controller; the container sends them here. */
    @RequestMapping("/error")
    ResponseEntity<byte[]> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Problem problem = FrameworkProblems.ofStatus(status instanceof Integer code ? code : 404);
        return responses.of(
                problem, request, path == null ? request.getRequestURI() : path.toString(), HttpHeaders.EMPTY);
    }
}

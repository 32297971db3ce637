package org.stele.web.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.stele.web.json.WebJson;

/**
 * Answers what the container refuses before any filter or controller sees it, such as an address that is none or headers
 * that are too long. Its own answer would be a page in its own words and looks.
 */
public final class ConnectorProblems extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        boolean isAnswered = response.getContentWritten() > 0 || !response.setErrorReported();
        if (response.getStatus() < 400 || isAnswered) {
            return;
        }
        Problem problem = FrameworkProblems.ofStatus(response.getStatus());
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write(WebJson.MAPPER.writeValueAsBytes(problem));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // The client has gone or was answered: there is nobody to tell.
        }
    }
}

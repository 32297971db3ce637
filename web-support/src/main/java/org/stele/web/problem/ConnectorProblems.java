package org.stele.web.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.stele.web.json.WebJson;

/**
 * Answers requests that the container refuses before any filter or controller, such as those with an invalid address or
 * too long headers. The container's own answer would be another page with another text.
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
            // The client has disconnected or was answered.
        }
    }
}

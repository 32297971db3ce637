package org.stele.command.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stele.web.json.WebJson;

/**
 * An answer in JSON lines: the progress of the import, and last its result. A client that disconnects does not stop the
 * import.
 */
final class ImportLines implements ImportProgress {

    static final String MEDIA_TYPE = "application/jsonl";

    private static final int ROWS_A_LINE = 100;

    private final HttpServletResponse response;
    private boolean clientIsGone;

    ImportLines(HttpServletResponse response) {
        this.response = response;
    }

    @Override
    public void checked(long rows) {
        write(Map.of("checked", rows));
    }

    @Override
    public void entered(long rows, long of) {
        if (rows % ROWS_A_LINE == 0 || rows == of) {
            Map<String, Long> line = new LinkedHashMap<>();
            line.put("entered", rows);
            line.put("of", of);
            write(line);
        }
    }

    void write(Object line) {
        if (clientIsGone) {
            return;
        }
        try {
            if (!response.isCommitted()) {
                response.setContentType(MEDIA_TYPE);
                response.setHeader("Cache-Control", "no-store");
            }
            OutputStream out = response.getOutputStream();
            out.write(WebJson.MAPPER.writeValueAsBytes(line));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            clientIsGone = true;
        }
    }
}

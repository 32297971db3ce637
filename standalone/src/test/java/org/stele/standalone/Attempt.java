package org.stele.standalone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * One request of one caller.
 *
 * @param body null for a request that reads
 * @param asThePublic whether it asks for what the public sees
 */
record Attempt(
        Caller caller,
        String method,
        String path,
        @Nullable String type,
        @Nullable String body,
        boolean asThePublic) {

    static Attempt get(Caller caller, String path) {
        return new Attempt(caller, "GET", path, null, null, false);
    }

    static Attempt getAsThePublic(Caller caller, String path) {
        return new Attempt(
                caller, "GET", path + (path.contains("?") ? "&" : "?") + "audience=PUBLIC", null, null, true);
    }

    static Attempt post(Caller caller, String path, String body) {
        return new Attempt(caller, "POST", path, "application/json", body, false);
    }

    /** An answer, and its text as a reader has it: of the entries of an archive, and of a document's pages. */
    record Answer(Attempt attempt, int status, String headers, byte[] bytes) {

        String text() throws IOException {
            String type = headers.toLowerCase(Locale.ROOT);
            if (bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K') {
                return entries();
            }
            if (type.contains("application/pdf")) {
                try (PDDocument document = Loader.loadPDF(bytes)) {
                    return new PDFTextStripper().getText(document);
                }
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }

        private String entries() throws IOException {
            StringBuilder text = new StringBuilder();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    text.append(entry.getName())
                            .append('\n')
                            .append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return text.toString();
        }

        boolean has(Canary canary) throws IOException {
            return headers.contains(canary.text()) || text().contains(canary.text());
        }

        @Override
        public String toString() {
            return "%s %s by %s: %s".formatted(attempt.method(), attempt.path(), attempt.caller(), status);
        }
    }

    Answer send(HttpClient http, URI origin) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type)
                    .header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (caller.token() != null) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(this, response.statusCode(), response.headers().map().toString(), response.body());
    }
}

package org.stele.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.standalone.home.Reason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** Sends a registrar's file of old filings to a running Stele and shows its progress. */
@Command(
        name = "import",
        description =
                "Enters old filings from a CSV file or an XLSX workbook through the ordinary commands. Every row is checked before one"
                        + " enters; an import that was cut off goes on where it was, and a repeated one enters nothing.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final int MAX_PORT = 65_535;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The kinds of files. */
    enum Kind {
        filings,
        claims,
        evidence,
        notices,
        baselines,
        arrivals
    }

    @Parameters(index = "0", description = "What the file holds: ${COMPLETION-CANDIDATES}.")
    private Kind kind;

    @Parameters(index = "1", description = "The CSV file or XLSX workbook.")
    private Path file;

    @Option(
            names = "--token-file",
            description =
                    "A file with a registrar's token and nothing else. Default: the environment variable STELE_TOKEN.")
    private @Nullable Path tokenFile;

    @Option(names = "--dry-run", description = "Check every row and enter nothing.")
    private boolean dryRun;

    @Option(names = "--server", defaultValue = "http://127.0.0.1:8080", description = "Default: ${DEFAULT-VALUE}.")
    private URI server;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireFile();
        requireServer();
        HttpRequest request = HttpRequest.newBuilder(
                        server.resolve("/api/v1/imports/%s?dryRun=%s".formatted(kind, dryRun)))
                .header("Content-Type", isWorkbook() ? XLSX : "text/csv")
                .header("Accept", "application/jsonl, application/problem+json")
                .header("Authorization", "Bearer " + token())
                .POST(BodyPublishers.ofFile(file))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            requireStele(response);
            return show(response.body());
        } catch (ConnectException e) {
            throw new IOException(
                    "No Stele answers on %s: %s Start it, or name another with --server."
                            .formatted(server, Reason.of(e)),
                    e);
        }
    }

    /** Both begin as a ZIP file or not, whatever they are called. */
    private boolean isWorkbook() throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return Arrays.equals(stream.readNBytes(ZIP.length), ZIP);
        }
    }

    private String token() throws IOException {
        String token = tokenFile == null
                ? System.getenv("STELE_TOKEN")
                : Files.readString(tokenFile).strip();
        if (token == null || !token.matches("[\\x21-\\x7e]+")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A registrar's token is needed: set STELE_TOKEN, or name a file that holds it with --token-file.");
        }
        return token;
    }

    private void requireFile() {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            String found =
                    Files.isDirectory(file) ? "it is a folder" : Files.exists(file) ? "it is not" : "there is none";
            throw wrongUse("Expected a CSV file or XLSX workbook that can be read at %s: %s. Correct the name."
                    .formatted(file, found));
        }
    }

    private void requireServer() {
        boolean isHttp = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
        if (!isHttp || server.getHost() == null || server.getPort() == 0 || server.getPort() > MAX_PORT) {
            throw wrongUse("--server: expected an address such as http://127.0.0.1:8080, got '%s'. Correct it."
                    .formatted(server));
        }
    }

    private ParameterException wrongUse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Another server on that port gives an answer that is not an import's. */
    private void requireStele(HttpResponse<?> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/jsonl") && !type.startsWith("application/problem+json")) {
            throw new IOException(
                    "Expected the answer of a Stele from %s, got status %s with the type '%s'. Is --server the address of a Stele?"
                            .formatted(server, response.statusCode(), type));
        }
    }

    private int show(InputStream body) throws IOException {
        JsonNode last = JSON.missingNode();
        try (MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(body)) {
            while (lines.hasNextValue()) {
                last = lines.nextValue();
                progress(last);
            }
        } catch (JacksonException e) {
            throw new IOException(
                    "The answer of %s ended too early. Repeat the command: it goes on where it was.".formatted(server),
                    e);
        }
        return result(last);
    }

    private void progress(JsonNode line) {
        PrintWriter out = spec.commandLine().getOut();
        if (line.has("checked")) {
            out.printf(Locale.ROOT, "\r%,12d rows checked", line.path("checked").asLong());
        } else if (line.has("of")) {
            out.printf(
                    Locale.ROOT,
                    "\r%,12d of %,d entered",
                    line.path("entered").asLong(),
                    line.path("of").asLong());
        }
        out.flush();
    }

    private int result(JsonNode result) {
        PrintWriter out = spec.commandLine().getOut();
        JsonNode errors = result.path("errors");
        for (JsonNode error : errors) {
            out.printf(
                    Locale.ROOT,
                    "%nrow %s, column %s: %s",
                    error.path("row").asString("-"),
                    column(error),
                    error.path("message").asString());
        }
        if (result.has("code")) {
            out.printf(
                    Locale.ROOT,
                    "%nRefused (%s): %s Nothing was entered.%n",
                    result.path("code").asString(),
                    result.path("detail").asString());
            return 1;
        }
        for (JsonNode warning : result.path("warnings")) {
            out.printf(
                    Locale.ROOT,
                    "warning: row %s, column %s: %s%n",
                    warning.path("row").asString("-"),
                    column(warning),
                    warning.path("message").asString());
        }
        out.printf(
                Locale.ROOT,
                "%n%,d rows; %,d entered now, %,d before; %,d errors.%s%n",
                result.path("rows").asLong(),
                result.path("entered").asLong(),
                result.path("alreadyEntered").asLong(),
                result.path("errorsCount").asLong(),
                dryRun ? " Dry run: nothing was entered." : "");
        return result.path("errorsCount").asLong() == 0 ? 0 : 1;
    }

    private static String column(JsonNode error) {
        return error.path("column").asString(error.path("field").asString("-"));
    }
}

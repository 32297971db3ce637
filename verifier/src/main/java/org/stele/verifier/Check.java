package org.stele.verifier;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stele.ledger.NotVerified;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A Check is one question to the verifier; its answer is an exit code and a report. */
@FunctionalInterface
interface Check {

    /** @throws IllegalArgumentException if something is malformed, which counts as not verified */
    Outcome run() throws IOException, NotVerified;

    static int execute(CommandSpec spec, OutputOptions options, Check check) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Outcome outcome = check.run();
            if (options.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("verified", true);
                json.putAll(outcome.json());
                out.println(JsonText.of(json));
            } else {
                outcome.lines().forEach(line -> out.println(Seen.of(line)));
            }
            out.flush();
            return Verify.VERIFIED;
        } catch (NotVerified | IllegalArgumentException | DateTimeException e) {
            return refuse(out, options, "NOT VERIFIED", said(e), Verify.NOT_VERIFIED);
        } catch (WrongUse e) {
            throw new ParameterException(spec.commandLine(), said(e), e);
        } catch (IOException e) {
            return refuse(out, options, "NOT REACHABLE", said(e), Verify.UNREACHABLE);
        }
    }

    /** The auditor's own input; if it is unusable there is no question, and no verdict. */
    static <T> T given(CommandSpec spec, String expected, Callable<T> reading) {
        try {
            return reading.call();
        } catch (WrongUse e) {
            throw new ParameterException(spec.commandLine(), said(e), e);
        } catch (Exception e) {
            throw new ParameterException(
                    spec.commandLine(), "Expected " + expected + ", and it is none: " + said(e), e);
        }
    }

    private static String said(Exception e) {
        return e.getMessage() == null || e.getMessage().isBlank()
                ? e.getClass().getSimpleName()
                : String.valueOf(e.getMessage());
    }

    private static int refuse(PrintWriter out, OutputOptions options, String verdict, String reason, int code) {
        if (options.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("verified", false);
            json.put("verdict", verdict);
            json.put("reason", reason);
            out.println(JsonText.of(json));
        } else {
            out.println(Seen.of(verdict + ": " + reason + (reason.endsWith(".") ? "" : ".")));
        }
        out.flush();
        return code;
    }
}

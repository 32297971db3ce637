package org.stele.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.submitter.Challenge;
import org.stele.ledger.submitter.Filing;
import org.stele.ledger.submitter.SignedFilings;
import org.stele.ledger.submitter.SigningKey;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the commands that sign have in common. */
final class Signing {

    private static final int MAX_FILING_BYTES = 1 << 20;

    private Signing() {}

    /** Runs a command that prints lines. Whatever it cannot use is wrong use: it gives no verdict. */
    static int run(CommandSpec spec, Callable<List<String>> command) {
        try {
            PrintWriter out = spec.commandLine().getOut();
            command.call().forEach(out::println);
            out.flush();
            return Verify.VERIFIED;
        } catch (WrongUse | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), Seen.of(String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            spec.commandLine().getErr().println(Seen.of("The file cannot be read or written: " + e));
            return Verify.UNREACHABLE;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> describe(SigningKey key) {
        return List.of("id         " + key.id(), "algorithm  " + key.algorithm().joseName(), "public key " + key);
    }

    static Filing filing(Path file) throws IOException {
        try {
            return Filing.parse(Files.read(file, MAX_FILING_BYTES));
        } catch (IllegalArgumentException e) {
            throw new WrongUse("Expected a filing to sign in " + file + ", and it is none: " + e.getMessage());
        }
    }

    /** The canonical form as it is, but for what a terminal would not show: that stands as a mark. */
    static List<String> show(Filing filing) {
        return List.of(
                Seen.of(new String(filing.canonical(), UTF_8)),
                "digest " + filing.digest().hex());
    }

    /** Signs, and shows what on the error output. The answer is the request to send. */
    static List<String> sign(
            CommandSpec spec,
            SigningPair pair,
            String origin,
            String role,
            @Nullable String nonce,
            List<Filing> filings) {
        Challenge challenge = SignedFilings.challenge(origin, filings, role, nonce(nonce));
        PrintWriter err = spec.commandLine().getErr();
        filings.forEach(filing -> show(filing).forEach(err::println));
        err.println(Seen.of("signed for %s in %s as %s, with key %s"
                .formatted(challenge.memberState(), origin, role, pair.key().id())));
        err.flush();
        SignedFilings signed = new SignedFilings(filings, pair.sign(challenge));
        return List.of(new String(signed.encode(), UTF_8));
    }

    private static byte[] nonce(@Nullable String given) {
        byte[] nonce = new byte[Challenge.NONCE_BYTES];
        if (given == null) {
            new SecureRandom().nextBytes(nonce);
            return nonce;
        }
        try {
            return Base64.getUrlDecoder().decode(given);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("Expected 32 bytes in base64url after --nonce.");
        }
    }

    /** {@code FOCAL_POINT} of {@code focal-point}. */
    static String capitals(String role) {
        if (!role.matches("[a-z]{1,16}(-[a-z]{1,16})?")) {
            throw new WrongUse("Expected a role, such as signatory or focal-point, got '%s'.".formatted(role));
        }
        return role.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}

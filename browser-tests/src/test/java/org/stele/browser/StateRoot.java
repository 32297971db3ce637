package org.stele.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stele.ledger.json.CanonicalJson;
import org.stele.ledger.json.JsonValue;
import org.stele.ledger.json.StrictJson;
import org.stele.verifier.Verify;

/** The root key of a State, used as the State uses it: by {@code stele-verify sign} on a machine of its own. */
record StateRoot(String state, Path file, String fingerprint, String publicKey) {

    private static final Pattern FINGERPRINT = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final Pattern PUBLIC_KEY = Pattern.compile("\\bMC[A-Za-z0-9_-]{56,}");

    static StateRoot of(String state, Path file) throws IOException {
        String printed = run("sign", "keygen", file.toString());
        return new StateRoot(state, file, found(FINGERPRINT, printed), found(PUBLIC_KEY, printed));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group();
    }

    /** As the file that STELE_ROOTS names has it. */
    String line() {
        return "root %s %s%n".formatted(state, fingerprint);
    }

    /** What the program prints, which must end well. */
    static String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Verify.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        assertThat(code).as(out + "\n" + err).isZero();
        return out.toString();
    }

    /** The header Stele-Signature of what {@code sign} printed. */
    static String header(String signed) {
        JsonValue.Members signature =
                StrictJson.parseAround(signed.strip().getBytes(UTF_8)).members("signature");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(CanonicalJson.encode(signature));
    }
}

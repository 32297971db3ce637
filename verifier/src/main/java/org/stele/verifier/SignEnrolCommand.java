package org.stele.verifier;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.json.JsonValue;
import org.stele.ledger.submitter.Filing;
import org.stele.ledger.submitter.Passkey;
import org.stele.ledger.submitter.SigningKey;
import org.stele.ledger.submitter.SubmitterCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Signs, as a State's root, that a key may sign for a role. */
@Command(
        name = "enrol",
        description = "As a State's root: states that a key may sign for a role of the State.",
        mixinStandardHelpOptions = true)
final class SignEnrolCommand implements Callable<Integer> {

    @Option(names = "--root", required = true, paramLabel = "FILE", description = "The State's root key.")
    private Path root;

    @Option(names = "--ledger", required = true, paramLabel = "ORIGIN", description = "The origin of the ledger.")
    private String origin;

    @Option(names = "--state", required = true, paramLabel = "STATE", description = "The State's code, such as NOR.")
    private String state;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "BASE64URL",
            description = "The public key, as keygen or the page of an official prints it.")
    private String key;

    @Option(names = "--role", defaultValue = "signatory", description = "The role it signs for (${DEFAULT-VALUE}).")
    private String role;

    @Option(names = "--label", required = true, description = "A label for people, without the name of a person.")
    private String label;

    @Option(names = "--rp-id", description = "Of a passkey: the identifier of the relying party.")
    private @Nullable String rpId;

    @Option(names = "--origin", description = "Of a passkey: the origin of its pages; may be repeated.")
    private List<String> origins = List.of();

    @Option(names = "--nonce", paramLabel = "BASE64URL", description = "32 bytes that the ledger gave; else random.")
    private @Nullable String nonce;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Signing.run(spec, () -> {
            SigningPair pair = new PrivateKeyFile(root).read();
            Filing filing = new Filing("access.SigningKeyEnrolled", "1", JsonValue.Members.of(content(pair.key())));
            return Signing.sign(spec, pair, origin, SubmitterCheck.ROOT_ROLE, nonce, List.of(filing));
        });
    }

    private Map<String, JsonValue> content(SigningKey rootKey) {
        SigningKey enrolled = SigningKey.parse(key);
        if (enrolled.equals(rootKey)) {
            throw new WrongUse("Expected an official's key, and it is the root's own. A root signs nothing but keys.");
        }
        Map<String, JsonValue> content = new LinkedHashMap<>();
        content.put("memberState", new JsonValue.Text(state));
        content.put("key", new JsonValue.Text(enrolled.id()));
        content.put("publicKey", new JsonValue.Text(enrolled.toString()));
        content.put("role", new JsonValue.Text(Signing.capitals(role)));
        content.put("label", new JsonValue.Text(label));
        content.put("form", new JsonValue.Text(rpId == null && origins.isEmpty() ? "JWS" : "PASSKEY"));
        if (rpId != null || !origins.isEmpty()) {
            Passkey passkey = new Passkey(rpId == null ? "" : rpId, origins);
            content.put("rpId", new JsonValue.Text(passkey.rpId()));
            content.put(
                    "origins",
                    new JsonValue.Items(passkey.origins().stream()
                            .<JsonValue>map(JsonValue.Text::new)
                            .toList()));
        }
        content.put("rootKey", new JsonValue.Text(rootKey.toString()));
        return content;
    }
}

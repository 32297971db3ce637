package org.stele.ledger.submitter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;
import org.stele.ledger.json.JsonValue;
import org.stele.ledger.json.StrictJson;

/**
 * A SubmitterClaim is what an event's body says of its submitter, before anything of it is verified. It is small, however
 * large the body.
 */
public final class SubmitterClaim {

    static final String ENROLLED = "access.SigningKeyEnrolled";
    static final String REVOKED = "access.SigningKeyRevoked";

    /** A statement about keys is kept until the keys of its State are known; a longer one is refused. */
    private static final int MAX_STATEMENT_BYTES = 1 << 16;

    private static final String ACTOR_STATE = "actorState";
    private static final String ACTOR_ROLE = "actorRole";

    /** Who signs what no official of a State entered: a registrar brings it. */
    private static final String SIGNATORY = "signatory";

    private static final SubmitterClaim NOTHING = new SubmitterClaim("", Map.of(), null, null, null, "");

    private final String type;
    private final Map<String, String> actor;
    private final @Nullable SubmitterSignature signature;
    private final @Nullable Filed filed;
    private final JsonValue.@Nullable Members statement;
    private final String unreadable;

    /** A filing without its content. */
    record Filed(Hash digest, String memberState) {

        static Filed of(Filing filing) {
            return new Filed(filing.digest(), filing.memberState());
        }
    }

    private SubmitterClaim(
            String type,
            Map<String, String> actor,
            @Nullable SubmitterSignature signature,
            @Nullable Filed filed,
            JsonValue.@Nullable Members statement,
            String unreadable) {
        this.type = type;
        this.actor = actor;
        this.signature = signature;
        this.filed = filed;
        this.statement = statement;
        this.unreadable = unreadable;
    }

    /** The claim in a stored body. */
    public static SubmitterClaim of(byte[] body) {
        if (isPlain(body)) {
            return NOTHING;
        }
        try {
            return read(body);
        } catch (IllegalArgumentException e) {
            boolean isSigned = new String(body, ISO_8859_1).contains("\"" + SubmitterSignature.PREFIX + "Form\":");
            return isSigned ? unreadable("its signature cannot be read: " + e.getMessage()) : NOTHING;
        }
    }

    private static SubmitterClaim unreadable(String why) {
        return new SubmitterClaim("", Map.of(), null, null, null, why);
    }

    /** A filter before the parser, as most events of a ledger carry no signature. It passes over none. */
    private static boolean isPlain(byte[] body) {
        String text = new String(body, ISO_8859_1);
        return !text.contains(SubmitterSignature.PREFIX)
                && !text.contains("\\u")
                && !text.contains("\"access.")
                && !text.contains('"' + ACTOR_STATE + '"');
    }

    private static SubmitterClaim read(byte[] body) {
        JsonValue.Members members = StrictJson.parseAround(body);
        Map<String, String> metadata = texts(members.members("metadata"));
        String type = members.text("type");
        Map<String, String> actor = new LinkedHashMap<>(metadata);
        actor.keySet().removeIf(name -> !name.equals(ACTOR_STATE) && !name.equals(ACTOR_ROLE));
        try {
            SubmitterSignature signature = SubmitterSignature.from(metadata);
            if (signature == null) {
                return new SubmitterClaim(type, actor, null, null, null, "");
            }
            JsonValue.Members payload = members.members("payload");
            Filed filed = Filed.of(Filing.recorded(type, members.text("typeVersion"), payload));
            return new SubmitterClaim(type, actor, signature, filed, statement(type, payload, body.length), "");
        } catch (IllegalArgumentException e) {
            return unreadable("its signature cannot be read: " + e.getMessage());
        }
    }

    private static JsonValue.@Nullable Members statement(String type, JsonValue.Members payload, int bodyBytes) {
        if (!type.startsWith("access.")) {
            return null;
        }
        if (bodyBytes > MAX_STATEMENT_BYTES) {
            throw new IllegalArgumentException("A statement about keys has at most 65,536 bytes");
        }
        return payload;
    }

    private static Map<String, String> texts(JsonValue.Members members) {
        Map<String, String> texts = new LinkedHashMap<>();
        members.values().forEach((name, value) -> {
            if (value instanceof JsonValue.Text text) {
                texts.put(name, text.value());
            } else if (name.startsWith(SubmitterSignature.PREFIX)) {
                texts.put(name, ""); // No entry of a signature is empty: it is refused with the others.
            }
        });
        return texts;
    }

    /** Why nothing can be said of a signature that is there; empty otherwise. */
    String unreadable() {
        return unreadable;
    }

    @Nullable
    SubmitterSignature signature() {
        return signature;
    }

    /** Of a claim with a signature. */
    Filed filed() {
        if (filed == null) {
            throw new IllegalStateException("Nothing was signed");
        }
        return filed;
    }

    /** The payload of a signed event about keys or officials. */
    JsonValue.Members statement() {
        if (statement == null) {
            throw new IllegalStateException("Not a signed statement about keys");
        }
        return statement;
    }

    boolean isEnrolment() {
        return type.equals(ENROLLED);
    }

    boolean isOfKeys() {
        return type.equals(ENROLLED) || type.equals(REVOKED);
    }

    boolean isOfAccess() {
        return type.startsWith("access.");
    }

    /** Whether an official of the State entered it. */
    boolean isEnteredFor(@Nullable String state) {
        return state != null && state.equals(actor.get(ACTOR_STATE));
    }

    /** The role that its signature must be for. */
    String requiredRole() {
        if (isOfAccess()) {
            return SubmitterCheck.ROOT_ROLE;
        }
        return actor.containsKey(ACTOR_STATE) ? String.valueOf(actor.get(ACTOR_ROLE)) : SIGNATORY;
    }
}

package org.stele.ledger.submitter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;
import org.stele.ledger.NotVerified;
import org.stele.ledger.json.JsonValue;
import org.stele.ledger.submitter.SubmitterFinding.Status;

/**
 * A SubmitterCheck verifies the signatures of submitters in the order of a ledger, and follows the keys of each State
 * (docs/spec/submitters.md, section 10). Not safe for several threads.
 */
public final class SubmitterCheck {

    /** The role under which a State's root signs. */
    public static final String ROOT_ROLE = "root";

    private final String origin;
    private final Roots roots;
    private final Map<String, KeyHistory> histories = new HashMap<>();
    /** Filings by State, key and nonce: what is signed once is filed once. */
    private final Map<String, Set<Hash>> used = new HashMap<>();

    private final Map<String, List<Hash>> signedTogether = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();

    /** Something that has to be known first is not shown. */
    private static final class Unknown extends Exception {

        private static final long serialVersionUID = 1L;

        Unknown(String message) {
            super(message);
        }
    }

    /** @param origin of the ledger */
    public SubmitterCheck(String origin, Roots roots) {
        this.origin = origin;
        this.roots = roots;
    }

    /** An event whose body is not shown: a key may have been enrolled or revoked there. */
    public void hidden(@Nullable String state) {
        if (state != null) {
            hidden.add(state);
        }
    }

    /**
     * The next event, in the order of positions.
     *
     * @param state of its leaf
     * @param body that its leaf commits to
     */
    public SubmitterFinding event(long position, @Nullable String state, byte[] body) {
        return event(position, state, SubmitterClaim.of(body));
    }

    /** The same of a body that was read before. */
    public SubmitterFinding event(long position, @Nullable String state, SubmitterClaim claim) {
        SubmitterSignature signature = claim.signature();
        if (!claim.unreadable().isEmpty()) {
            return finding(position, state, Status.FAILED, null, claim.unreadable());
        }
        if (signature == null) {
            return unsigned(position, state, claim);
        }
        try {
            return finding(position, state, checked(position, state, claim, signature), signature, "");
        } catch (Unknown e) {
            return finding(position, state, Status.NOT_CHECKED, signature, String.valueOf(e.getMessage()));
        } catch (NotVerified | IllegalArgumentException e) {
            return finding(position, state, Status.FAILED, signature, String.valueOf(e.getMessage()));
        }
    }

    private static SubmitterFinding unsigned(long position, @Nullable String state, SubmitterClaim claim) {
        if (claim.isOfKeys()) {
            return finding(position, state, Status.FAILED, null, "the State's root did not sign it");
        }
        return SubmitterFinding.of(position, state, claim.isEnteredFor(state) ? Status.UNSIGNED : Status.NONE);
    }

    private Status checked(long position, @Nullable String state, SubmitterClaim claim, SubmitterSignature signature)
            throws NotVerified, Unknown {
        SubmitterClaim.Filed filed = claim.filed();
        require(filed.memberState().equals(state), "the filing is of another State than the event");
        require(
                signature.role().equals(claim.requiredRole()),
                "it was signed as %s and entered as %s".formatted(signature.role(), claim.requiredRole()));
        if (roots.of(filed.memberState()).isEmpty()) {
            throw new Unknown("you named no root key of " + state);
        }
        if (!claim.isOfAccess()) {
            requireFiling(filed, signature);
            return Status.SIGNED;
        }
        SigningKey root = SigningKey.parse(claim.statement().text("rootKey"));
        require(root.id().equals(signature.keyId()), "it names another root key than the one that signed it");
        requireRoot(filed, signature, root);
        return claim.isOfKeys() ? follow(position, claim) : Status.SIGNED;
    }

    /**
     * Refuses a filing that no key of its State, enrolled for the signature's role and not revoked, signed for the first
     * time; a server asks it before it records.
     */
    public void requireGood(Filing filing, SubmitterSignature signature) throws NotVerified {
        try {
            requireFiling(SubmitterClaim.Filed.of(filing), signature);
        } catch (Unknown e) {
            throw new NotVerified(String.valueOf(e.getMessage()));
        }
    }

    private void requireFiling(SubmitterClaim.Filed filing, SubmitterSignature signature) throws NotVerified, Unknown {
        String state = filing.memberState();
        KeyHistory history = history(state);
        history.requireNotRevoked(signature.keyId());
        KeyHistory.Enrolment enrolment = history.find(signature.keyId(), signature.role());
        if (enrolment == null && hidden.contains(state)) {
            throw new Unknown("its key may have been enrolled in an event that is not shown");
        }
        if (enrolment == null) {
            throw new NotVerified(
                    "the State's root enrolled no such key for the role %s before".formatted(signature.role()));
        }
        requireSigned(filing, signature, enrolment.key(), enrolment.passkey());
    }

    /** Refuses a statement about keys or officials that the State's root did not sign. */
    public void requireRoot(Filing filing, SubmitterSignature signature, SigningKey root) throws NotVerified {
        requireRoot(SubmitterClaim.Filed.of(filing), signature, root);
    }

    private void requireRoot(SubmitterClaim.Filed filing, SubmitterSignature signature, SigningKey root)
            throws NotVerified {
        require(signature.role().equals(ROOT_ROLE), "it was not signed as the State's root");
        require(
                roots.of(filing.memberState()).contains(root.id()),
                "it was signed by the root key %s, which is not the one you named for %s"
                        .formatted(root.id(), filing.memberState()));
        requireSigned(filing, signature, root, null);
    }

    private void requireSigned(
            SubmitterClaim.Filed filing, SubmitterSignature signature, SigningKey key, @Nullable Passkey passkey)
            throws NotVerified {
        Hash digest = filing.digest();
        require(signature.isOver(digest), "the filing is none of those that were signed");
        Challenge challenge = signature.challenge(origin, digest, filing.memberState());
        signature.require(key, passkey, challenge.hash());
        String once = filing.memberState() + " " + key.id() + " " + Base64Url.of(signature.nonce());
        require(
                used.computeIfAbsent(once, name -> new HashSet<>()).add(digest) && isSameSet(once, signature),
                "the same signature was filed before: this one is a repetition");
    }

    /** A nonce stands for one signature: filings that were not signed together do not share one. */
    private boolean isSameSet(String once, SubmitterSignature signature) {
        List<Hash> before = signedTogether.putIfAbsent(once, signature.filings());
        return before == null || !before.isEmpty() && before.equals(signature.filings());
    }

    private Status follow(long position, SubmitterClaim claim) throws NotVerified {
        JsonValue.Members payload = claim.statement();
        KeyHistory history = history(payload.text("memberState"));
        if (!claim.isEnrolment()) {
            history.revoke(payload.text("key"), position);
            return Status.REVOKED;
        }
        SigningKey key = SigningKey.parse(payload.text("publicKey"));
        require(key.id().equals(payload.text("key")), "the key's id is not that of the key");
        history.enrol(new KeyHistory.Enrolment(key, roleIn(payload), passkeyIn(payload), position));
        return Status.ENROLLED;
    }

    private static String roleIn(JsonValue.Members payload) {
        String role = payload.text("role");
        if (!role.matches("[A-Z]{1,16}(_[A-Z]{1,16})?")) {
            throw new IllegalArgumentException("Expected a role, such as SIGNATORY");
        }
        StringBuilder kebab = new StringBuilder();
        role.chars().forEach(c -> kebab.append((char) (c == '_' ? '-' : c + ('a' - 'A'))));
        return kebab.toString();
    }

    private static @Nullable Passkey passkeyIn(JsonValue.Members payload) {
        boolean isPasskey = payload.text("form").equals("PASSKEY");
        if (!isPasskey && (!payload.text("form").equals("JWS") || payload.has("rpId") || payload.has("origins"))) {
            throw new IllegalArgumentException("Expected the form JWS alone, or PASSKEY with rpId and origins");
        }
        if (!isPasskey) {
            return null;
        }
        List<String> origins = new ArrayList<>();
        if (payload.values().get("origins") instanceof JsonValue.Items items) {
            for (JsonValue origin : items.values()) {
                origins.add(origin instanceof JsonValue.Text text ? text.value() : "");
            }
        }
        return new Passkey(payload.text("rpId"), origins);
    }

    private KeyHistory history(String state) {
        return histories.computeIfAbsent(state, one -> new KeyHistory());
    }

    private static SubmitterFinding finding(
            long position, @Nullable String state, Status status, @Nullable SubmitterSignature signature, String why) {
        return new SubmitterFinding(
                position,
                state,
                status,
                signature == null ? null : signature.keyId(),
                signature == null ? null : signature.role(),
                why);
    }

    private static void require(boolean holds, String otherwise) throws NotVerified {
        if (!holds) {
            throw new NotVerified(otherwise);
        }
    }
}

package org.stele.ledger.submitter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.stele.ledger.Hash;
import org.stele.ledger.json.CanonicalJson;
import org.stele.ledger.json.JsonValue;
import org.stele.ledger.json.StrictJson;

/**
 * A SignedFilings is what a signer hands to a ledger: filings and the one signature over them
 * (docs/spec/submitters.md, section 8.1).
 */
public record SignedFilings(List<Filing> filings, SubmitterSignature signature) {

    private static final String FILINGS = "filings";
    private static final String SIGNATURE = "signature";

    public SignedFilings {
        filings = List.copyOf(filings);
        List<Hash> digests = filings.stream().map(Filing::digest).toList();
        boolean isOver = digests.size() == 1
                ? signature.filings().isEmpty()
                : signature.filings().equals(digests);
        if (!isOver) {
            throw new IllegalArgumentException("The signature lists other filings than these, or in another order");
        }
    }

    /** The challenge that a key signs for some filings of one State. */
    public static Challenge challenge(String origin, List<Filing> filings, String role, byte[] nonce) {
        List<String> states =
                filings.stream().map(Filing::memberState).distinct().toList();
        if (states.size() != 1) {
            throw new IllegalArgumentException("Expected filings of one State, got filings of " + states);
        }
        return new Challenge(origin, filings.stream().map(Filing::digest).toList(), states.get(0), role, nonce);
    }

    public static SignedFilings parse(byte[] json) {
        JsonValue.Members members = StrictJson.parseAround(json);
        if (!members.values().keySet().equals(Set.of(FILINGS, SIGNATURE))
                || !(members.values().get(FILINGS) instanceof JsonValue.Items items)) {
            throw new IllegalArgumentException("Expected exactly a list of filings and a signature");
        }
        List<Filing> filings = new ArrayList<>();
        for (JsonValue item : items.values()) {
            filings.add(Filing.parse(CanonicalJson.encode(item)));
        }
        Map<String, String> entries = new LinkedHashMap<>();
        JsonValue.Members signature = members.members(SIGNATURE);
        signature.values().keySet().forEach(name -> entries.put(name, signature.text(name)));
        if (!SubmitterSignature.names().containsAll(entries.keySet()) || entries.isEmpty()) {
            throw new IllegalArgumentException("A signature has the entries " + SubmitterSignature.names());
        }
        return new SignedFilings(filings, Objects.requireNonNull(SubmitterSignature.from(entries)));
    }

    /** In the form of RFC 8785. */
    public byte[] encode() {
        Map<String, JsonValue> entries = new LinkedHashMap<>();
        signature.metadata().forEach((name, value) -> entries.put(name, new JsonValue.Text(value)));
        List<JsonValue> documents = new ArrayList<>();
        filings.forEach(filing -> documents.add(StrictJson.parse(filing.canonical())));
        return CanonicalJson.encode(JsonValue.Members.of(
                Map.of(FILINGS, new JsonValue.Items(documents), SIGNATURE, JsonValue.Members.of(entries))));
    }
}

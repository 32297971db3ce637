package org.stele.ledger.submitter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stele.ledger.Hash;
import org.stele.ledger.json.CanonicalJson;
import org.stele.ledger.json.JsonValue;
import org.stele.ledger.json.StrictJson;

/**
 * A Filing is what an official signs: an event's payload without the members that the ledger sets, with its type
 * (docs/spec/submitters.md, section 3).
 */
public record Filing(String type, String typeVersion, JsonValue.Members content) {

    /** By type, what the ledger sets: ids that it gives, and days on which it records or receives. */
    private static final Map<String, List<String>> SET_BY_THE_LEDGER = Stream.of(
                    "attestation.AttestationSubmitted attestation document.id submittedOn",
                    "attestation.AttestationAmended document.id submittedOn",
                    "attestation.AttestationWithdrawn received",
                    "attestation.ClarificationProvided providedOn",
                    "repatriation.RepatriationNoticeRecorded notice received",
                    "repatriation.RepatriationNoticeCorrected received",
                    "repatriation.RepatriationNoticeWithdrawn received",
                    "repatriation.BaselineDeclared declaration received",
                    "repatriation.BaselineCorrected received",
                    "repatriation.BaselineWithdrawn received",
                    "repatriation.ArrivalRecorded arrival received",
                    "repatriation.ArrivalCorrected received",
                    "repatriation.ArrivalWithdrawn received",
                    "claims.ExemptionClaimed claim claimed",
                    "claims.ScopeClaimed claim claimed",
                    "claims.ClaimWithdrawn withdrawn",
                    "claims.PriorContractsNotified notification received",
                    "discrepancies.DiscrepancyExplained explainedOn",
                    "access.SigningKeyEnrolled enrolledOn",
                    "access.SigningKeyRevoked revokedOn",
                    "access.OfficialAccredited accreditation accreditedOn",
                    "access.AccreditationWithdrawn withdrawnOn")
            .map(line -> line.split(" "))
            .collect(Collectors.toUnmodifiableMap(
                    words -> words[0], words -> List.of(words).subList(1, words.length)));

    private static final String CONTENT = "content";
    private static final String TYPE = "type";
    private static final String TYPE_VERSION = "typeVersion";

    /** What was signed, if it was, of an event with this payload. */
    public static Filing recorded(String type, String typeVersion, JsonValue.Members payload) {
        JsonValue.Members content = payload;
        for (String path : SET_BY_THE_LEDGER.getOrDefault(type, List.of())) {
            content = without(content, path);
        }
        return new Filing(type, typeVersion, content);
    }

    /** The filing in a document that its signer shows; one with a member that the ledger sets is refused. */
    public static Filing parse(byte[] document) {
        JsonValue.Members members = StrictJson.parseAround(document);
        if (!members.values().keySet().equals(Set.of(CONTENT, TYPE, TYPE_VERSION))) {
            throw new IllegalArgumentException("Expected exactly the members content, type and typeVersion, got "
                    + members.values().keySet());
        }
        Filing filing = new Filing(members.text(TYPE), members.text(TYPE_VERSION), members.members(CONTENT));
        if (!recorded(filing.type, filing.typeVersion, filing.content).equals(filing)) {
            throw new IllegalArgumentException("The ledger sets %s of %s. Leave them out of what is signed"
                    .formatted(String.join(", ", setByTheLedger(filing.type)), filing.type));
        }
        filing.memberState();
        return filing;
    }

    /** The members of a type's payload, as paths, that nobody signs. */
    public static List<String> setByTheLedger(String type) {
        return SET_BY_THE_LEDGER.getOrDefault(type, List.of());
    }

    /** The types of which some members are not signed, in order. */
    public static List<String> types() {
        return SET_BY_THE_LEDGER.keySet().stream().sorted().collect(Collectors.toCollection(ArrayList::new));
    }

    /** The bytes that are shown to the signatory: RFC 8785. */
    public byte[] canonical() {
        return CanonicalJson.encode(JsonValue.Members.of(Map.of(
                CONTENT, content, TYPE, new JsonValue.Text(type), TYPE_VERSION, new JsonValue.Text(typeVersion))));
    }

    /** SHA-256 of the canonical bytes. */
    public Hash digest() {
        return Hash.sha256(canonical());
    }

    /** The State whose filing it is. */
    public String memberState() {
        String state = content.text("memberState");
        if (!state.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("Expected the code of a State in the member 'memberState'");
        }
        return state;
    }

    private static JsonValue.Members without(JsonValue.Members from, String path) {
        int dot = path.indexOf('.');
        SortedMap<String, JsonValue> rest = new TreeMap<>(from.values());
        if (dot < 0) {
            rest.remove(path);
        } else if (rest.get(path.substring(0, dot)) instanceof JsonValue.Members inner) {
            rest.put(path.substring(0, dot), without(inner, path.substring(dot + 1)));
        }
        return new JsonValue.Members(rest);
    }
}

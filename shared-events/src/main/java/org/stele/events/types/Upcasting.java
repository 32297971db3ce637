package org.stele.events.types;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.events.EventJson;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithheldAtRequest;
import org.stele.events.attestation.ClarificationRequested;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.events.repatriation.ArrivalRecorded;
import org.stele.events.repatriation.BaselineDeclared;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.ScreeningVerdictReturned;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a payload of an older version is read as the version that this program writes. The stored bytes stay as they are.
 *
 * @param type that it is read as
 * @param version that it is stored under
 * @param change of the payload; null where the newer version only has more that may be absent
 */
public record Upcasting(
        Class<?> type, String version, @Nullable Consumer<ObjectNode> change) {

    private static final List<Upcasting> ALL = List.of(
            same(AttestationSubmitted.class),
            same(AttestationReceived.class),
            same(AttestationAmended.class),
            new Upcasting(AttestationPublished.class, "1", payload -> payload.put("dayAssumed", false)),
            same(AttestationWithheldAtRequest.class),
            same(ClarificationRequested.class),
            same(RepatriationNoticeRecorded.class),
            same(RepatriationNoticeCorrected.class),
            same(BaselineDeclared.class),
            same(ArrivalRecorded.class),
            same(ExemptionClaimed.class),
            new Upcasting(EvidenceRecorded.class, "1", payload -> payload.put("confidential", false)),
            new Upcasting(ListVersionLoaded.class, "1", Upcasting::listVersionLoaded),
            new Upcasting(ScreeningHitsRecorded.class, "1", Upcasting::screeningResult),
            new Upcasting(ScreeningClearedWithoutHit.class, "1", Upcasting::screeningResult),
            new Upcasting(ScreeningVerdictProposed.class, "1", Upcasting::verdictProposed),
            new Upcasting(ScreeningVerdictProposed.class, "2", null),
            same(ScreeningVerdictConfirmed.class),
            same(ScreeningVerdictReturned.class),
            new Upcasting(ScreeningReopened.class, "1", Upcasting::screeningReopened));

    private static final Map<String, Upcasting> BY_NAME = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(
                    one -> key(EventTypes.name(one.type()), one.version()), Function.identity()));

    /** All that there are, in the order in which the contexts are described. */
    public static List<Upcasting> all() {
        return ALL;
    }

    /** The one for what is stored under this name and version; null where that is no older version. */
    public static @Nullable Upcasting find(String name, String version) {
        return BY_NAME.get(key(name, version));
    }

    /** The payload as the newer version has it. */
    public byte[] upcast(byte[] payload) {
        return change == null
                ? payload
                : EventJson.MAPPER.writeValueAsBytes(changed(EventJson.MAPPER.readTree(payload)));
    }

    /** The same for a payload that was read already, which is changed. */
    public JsonNode changed(JsonNode payload) {
        if (change != null) {
            change.accept(payload.asObject());
        }
        return payload;
    }

    private static Upcasting same(Class<?> type) {
        return new Upcasting(type, "1", null);
    }

    private static String key(String name, String version) {
        return name + "#" + version;
    }

    private static void listVersionLoaded(ObjectNode payload) {
        ObjectNode version = payload.remove("version").asObject();
        payload.set("list", version.get("listId"));
        payload.set("source", version.get("sourceAddress"));
        payload.set("dateGenerated", version.get("generatedAt"));
        payload.set("sha256", version.get("sha256"));
        payload.set("entriesCount", version.get("entriesCount"));
        payload.put("status", "CURRENT");
        payload.putArray("reasons");
        payload.putArray("entries");
    }

    /** A digest of a subject's attributes can be guessed: it is not handed on (rules, section 6). */
    private static void screeningResult(ObjectNode payload) {
        payload.remove("queryAttributesSha256");
        payload.put("screener", "STELE");
        payload.set("listVersion", payload.get("listVersion").get("sha256"));
        ObjectNode settings = payload.remove("algorithm").asObject();
        settings.set("algorithm", settings.remove("name"));
        payload.set("settings", settings);
        BigDecimal threshold = settings.get("threshold").decimalValue();
        for (JsonNode each : payload.get("candidates")) {
            ObjectNode candidate = each.asObject();
            candidate.set("entry", candidate.remove("entryReference"));
            candidate.put("match", candidate.get("score").decimalValue().compareTo(threshold) >= 0);
        }
        payload.putArray("marks");
    }

    private static void verdictProposed(ObjectNode payload) {
        payload.putArray("candidates");
        payload.putArray("indicators");
    }

    private static void screeningReopened(ObjectNode payload) {
        JsonNode version = payload.remove("listVersion");
        if (version != null) {
            payload.set("listVersion", version.get("sha256"));
        }
        payload.putArray("entries");
    }
}

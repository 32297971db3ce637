package org.stele.query.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.stele.events.EventJson;
import org.stele.events.MemberState;
import org.stele.query.testing.TestLedger;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The table of rules, section 4.8, as events of every type and version, each with a text that occurs nowhere else. */
final class PlantedEvents {

    static final MemberState OWNER = MemberState.BTN;

    /** Who reads, each by its role. */
    enum Reader {
        PUBLIC,
        COMMITTEE,
        MSMT,
        AUDIT,
        CUSTODY,
        OWN,
        OTHER
    }

    private static final String ALL = "PUBLIC COMMITTEE MSMT AUDIT CUSTODY OWN OTHER";
    private static final String FILINGS = "COMMITTEE AUDIT CUSTODY OWN";
    private static final String SUBJECTS = "AUDIT CUSTODY OWN";

    /**
     * A record's number, a golden event, a change of it, and who sees it whole. A number stands for one attestation, claim
     * or the like: what became of it decides for all of its events.
     */
    private static final String TABLE = """
            10 | attestation.AttestationSubmitted-1        |              | ALL
            10 | attestation.AttestationReceived-2         | version=1    | ALL
            10 | attestation.AttestationAmended-2          |              | ALL
            10 | attestation.AttestationReceived-1         |              | ALL
            10 | attestation.ClarificationRequested-2      |              | FILINGS
            10 | attestation.ClarificationProvided-1       |              | FILINGS
            10 | attestation.AttestationAcceptedAsFiled-1  |              | ALL
            10 | attestation.AttestationPublished-2        |              | ALL
            11 | attestation.AttestationSubmitted-2        |              | FILINGS
            11 | attestation.AttestationReceived-2         | version=1    | FILINGS
            11 | attestation.AttestationAmended-1          |              | FILINGS
            11 | attestation.ClarificationRequested-1      |              | FILINGS
            12 | attestation.AttestationSubmitted-2        |              | FILINGS
            12 | attestation.AttestationReceived-2         | version=1    | FILINGS
            12 | attestation.AttestationPublished-1        | version=1    | FILINGS
            12 | attestation.AttestationWithheldAtRequest-2 | version=1   | FILINGS
            13 | attestation.AttestationSubmitted-2        |              | FILINGS
            13 | attestation.AttestationPublished-2        | version=1    | FILINGS
            13 | attestation.AttestationUnpublished-1      |              | FILINGS
            13 | attestation.AttestationWithdrawn-1        |              | FILINGS
            14 | attestation.AttestationSubmitted-2        |              | ALL
            14 | attestation.AttestationWithheldAtRequest-1 | version=1   | ALL
            14 | attestation.AttestationPublished-2        | version=1    | ALL
            20 | repatriation.RepatriationNoticeRecorded-1 |              | SUBJECTS
            20 | repatriation.RepatriationNoticeCorrected-1 |             | SUBJECTS
            21 | repatriation.RepatriationNoticeRecorded-2 |              | SUBJECTS
            21 | repatriation.RepatriationNoticeCorrected-2 |             | SUBJECTS
            21 | repatriation.RepatriationNoticeWithdrawn-1 |             | ALL
            22 | repatriation.RepatriationNoticeRecorded-2 | counted      | ALL
            23 | repatriation.BaselineDeclared-1           |              | ALL
            23 | repatriation.BaselineCorrected-1          |              | ALL
            23 | repatriation.BaselineWithdrawn-1          |              | ALL
            24 | repatriation.BaselineDeclared-2           |              | ALL
            25 | repatriation.ArrivalRecorded-1            |              | ALL
            25 | repatriation.ArrivalCorrected-1           |              | ALL
            25 | repatriation.ArrivalWithdrawn-1           |              | ALL
            26 | repatriation.ArrivalRecorded-2            |              | ALL
            30 | claims.ExemptionClaimed-1                 |              | FILINGS
            30 | claims.ClaimDisputed-1                    |              | FILINGS
            30 | claims.ClaimUpheld-1                      |              | FILINGS
            30 | claims.ClaimWithdrawn-1                   |              | FILINGS
            31 | claims.ExemptionClaimed-1                 | protected    | OWN
            31 | claims.ClaimDisputed-1                    |              | FILINGS
            32 | claims.ExemptionClaimed-2                 | sealed       | FILINGS
            33 | claims.ScopeClaimed-1                     |              | ALL
            33 | claims.ClaimDisputed-1                    |              | ALL
            33 | claims.ClaimUpheld-1                      |              | ALL
            33 | claims.ClaimWithdrawn-1                   |              | ALL
            34 | claims.PriorContractsNotified-1           |              | ALL
            35 | claims.WorkAuthorizationApproved-1        |              | ALL
            40 | evidence.EvidenceRecorded-1               |              | ALL
            40 | evidence.EvidenceResolved-1               |              | ALL
            41 | evidence.EvidenceRecorded-2               | of=PANEL     | COMMITTEE AUDIT CUSTODY
            41 | evidence.EvidenceResolved-1               |              | COMMITTEE AUDIT CUSTODY
            42 | evidence.EvidenceRecorded-2               | of=MSMT      | COMMITTEE AUDIT CUSTODY MSMT
            42 | evidence.EvidenceResolved-1               |              | COMMITTEE AUDIT CUSTODY MSMT
            43 | evidence.EvidenceRecorded-2               | open         | ALL
            50 | discrepancies.DiscrepancyExplained-1      |              | FILINGS
            50 | discrepancies.DiscrepancyResolved-1       |              | FILINGS
            51 | discrepancies.DiscrepancyResolved-1       | across       | AUDIT CUSTODY
            60 | screening.ScreeningRequested-1            |              | SUBJECTS
            60 | screening.ScreeningHitsRecorded-1         |              | SUBJECTS
            60 | screening.ScreeningHitsRecorded-2         |              | SUBJECTS
            60 | screening.ScreeningClearedWithoutHit-1    |              | SUBJECTS
            60 | screening.ScreeningClearedWithoutHit-2    |              | SUBJECTS
            60 | screening.ScreeningFailed-1               |              | SUBJECTS
            60 | screening.ScreeningVerdictProposed-1      |              | SUBJECTS
            60 | screening.ScreeningVerdictProposed-2      |              | SUBJECTS
            60 | screening.ScreeningVerdictProposed-3      |              | SUBJECTS
            60 | screening.ScreeningVerdictReturned-1      |              | SUBJECTS
            60 | screening.ScreeningVerdictReturned-2      |              | SUBJECTS
            60 | screening.ScreeningVerdictConfirmed-1     |              | SUBJECTS
            60 | screening.ScreeningVerdictConfirmed-2     |              | SUBJECTS
            60 | screening.ScreeningReopened-1             |              | SUBJECTS
            60 | screening.ScreeningReopened-2             |              | SUBJECTS
            70 | screening.ListVersionLoaded-1             |              | ALL
            70 | screening.ListVersionLoaded-2             |              | ALL
            70 | screening.ListVersionReleased-1           |              | ALL
            70 | screening.ListVersionRejected-1           |              | ALL
            80 | custody.DamageAcceptanceProposed-1        |              | SUBJECTS
            80 | custody.DamageAccepted-1                  |              | SUBJECTS
            84 | custody.SubjectKeyShredded-1              |              | AUDIT CUSTODY
            80 | custody.AccessLogDigested-1               |              | AUDIT CUSTODY
            85 | custody.RedactionProposed-1               |              | SUBJECTS
            85 | custody.EventRedacted-1                   |              | SUBJECTS
            86 | custody.SealedDataRead-1                  |              | SUBJECTS
            81 | access.OfficialAccredited-1               |              | FILINGS
            81 | access.AccreditationWithdrawn-1           |              | FILINGS
            82 | access.SigningKeyEnrolled-1               |              | FILINGS
            82 | access.SigningKeyRevoked-1                |              | FILINGS
            83 | access.StaffAccredited-1                  |              | COMMITTEE AUDIT CUSTODY
            83 | access.StaffAccreditationWithdrawn-1      |              | COMMITTEE AUDIT CUSTODY
            """;

    /**
     * One event that was recorded.
     *
     * @param canary a text that its payload holds, where it holds any
     */
    record Planted(String golden, String type, long position, String canary, Set<Reader> whole) {}

    private final TestLedger ledger;
    private final List<Planted> all = new ArrayList<>();

    PlantedEvents(TestLedger ledger) {
        this.ledger = ledger;
    }

    static Set<String> goldens() {
        return TABLE.lines().map(line -> line.split("\\|", -1)[1].strip()).collect(Collectors.toSet());
    }

    List<Planted> all() {
        return all;
    }

    void plant() {
        TABLE.lines().forEach(this::plant);
    }

    private void plant(String line) {
        String[] cells = line.split("\\|", -1);
        String golden = cells[1].strip();
        int dash = golden.lastIndexOf('-');
        String type = golden.substring(0, dash);
        String canary = "canary" + (1_000 + all.size());
        ObjectNode payload = payload(golden, cells[0].strip(), canary);
        change(payload, cells[2].strip());
        MemberState state = payload.has("memberState") ? OWNER : null;
        long position = ledger.appendStored(type, golden.substring(dash + 1), payload, state);
        all.add(new Planted(golden, type, position, canary, readers(cells[3].strip())));
    }

    private static ObjectNode payload(String golden, String number, String canary) {
        try (InputStream in = Objects.requireNonNull(
                PlantedEvents.class.getResourceAsStream("/golden/" + golden + ".json"), golden)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"CHE\"", "\"" + OWNER.iso3() + "\"")
                    .replace("Text of", canary)
                    .replaceAll("-4000-8000-0000000000(\\d\\d)", "-4000-8000-00000000" + number + "$1");
            return (ObjectNode) EventJson.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The damage is of the first planted event, which is about the owner. */
    private void change(ObjectNode payload, String change) {
        switch (change) {
            case "" -> {
                if (payload.has("damage") || payload.has("redaction") || payload.has("readBy")) {
                    payload.put("position", all.getFirst().position());
                }
            }
            case "version=1" -> payload.put("version", 1);
            case "across" -> ((ObjectNode) payload.get("subject")).put("code", "SUBJECT_IN_TWO_STATES");
            case "counted" -> {
                ((ObjectNode) payload.get("content")).remove("sealedSubjects");
                ((ArrayNode) payload.get("content").get("subjects")).removeAll();
            }
            case "protected" -> payload.put("ground", "REFUGEE_LAW");
            case "sealed" -> payload.putNull("ground").putNull("summary").putNull("source");
            case "of=PANEL" -> payload.put("confidential", true).put("recordedBy", "PANEL");
            case "of=MSMT" -> payload.put("confidential", true).put("recordedBy", "MSMT");
            case "open" -> payload.put("confidential", false);
            default -> throw new IllegalArgumentException(change);
        }
    }

    private static Set<Reader> readers(String cell) {
        String names = switch (cell) {
            case "ALL" -> ALL;
            case "FILINGS" -> FILINGS;
            case "SUBJECTS" -> SUBJECTS;
            default -> cell;
        };
        Set<Reader> readers = EnumSet.noneOf(Reader.class);
        for (String name : names.split(" ")) {
            readers.add(Reader.valueOf(name));
        }
        return readers;
    }

    /** The texts of what a reader does not see. */
    List<String> keptFrom(Reader reader) {
        return all.stream()
                .filter(planted -> !planted.whole().contains(reader))
                .map(Planted::canary)
                .toList();
    }
}

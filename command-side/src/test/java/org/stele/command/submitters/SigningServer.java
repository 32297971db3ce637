package org.stele.command.submitters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.JSON;
import static org.stele.command.testing.Client.as;
import static org.stele.command.testing.Client.signatory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stele.command.testing.Client;
import org.stele.command.testing.CommandServer;
import org.stele.command.testing.KeyFile;
import org.stele.eventstore.event.StoredEvent;
import org.stele.ledger.submitter.Filing;
import org.stele.ledger.submitter.Roots;
import org.stele.ledger.submitter.SignedFilings;
import org.stele.ledger.submitter.SubmitterCheck;
import org.stele.ledger.submitter.SubmitterFinding;
import tools.jackson.databind.JsonNode;

/** A server to which Sweden and Switzerland sign what they file. */
abstract class SigningServer extends CommandServer {

    static final String ATTESTATIONS = "/api/v1/attestations";
    static final String NOTICES = "/api/v1/repatriation-notices";
    static final String KEYS = "/api/v1/signing-keys";

    static final String REPORT = """
            {"obligation":"REP-FIN","periodFrom":"2017-12-22","periodTo":"2019-12-22","baselineCount":24,
             "baselineBasis":"PERMITS","repatriatedCount":22,"remainingCount":2,"remainingAsOf":"2019-12-22"}""";

    static final String SEVERAL = """
            {"obligations":["NIR-2270","NIR-2321"],"summary":"Both reports in one document."}""";

    /** A key that Sweden's root enrolled for signatories just now. */
    KeyFile enrolled() {
        KeyFile key = new KeyFile();
        client().recorded(KEYS, as("registrar"), enrolment(SWEDEN, key, "SWE"));
        return key;
    }

    String origin() {
        return preview(signatory("SWE"), REPORT).path("origin").stringValue();
    }

    String enrolment(KeyFile root, KeyFile key, String state) {
        return statement(
                root,
                "access.SigningKeyEnrolled",
                Map.of(
                        "memberState",
                        state,
                        "key",
                        key.key().id(),
                        "publicKey",
                        key.key().toString(),
                        "role",
                        "SIGNATORY",
                        "label",
                        "Mission, desk 2",
                        "form",
                        "JWS",
                        "rootKey",
                        root.key().toString()));
    }

    String revocation(KeyFile root, KeyFile key, String state) {
        return statement(
                root,
                "access.SigningKeyRevoked",
                Map.of(
                        "memberState",
                        state,
                        "key",
                        key.key().id(),
                        "reason",
                        "REPLACED",
                        "rootKey",
                        root.key().toString()));
    }

    String statement(KeyFile root, String type, Map<String, String> content) {
        Filing filing =
                Filing.parse(JSON.writeValueAsBytes(Map.of("content", content, "type", type, "typeVersion", "1")));
        return new String(
                root.sign(origin(), "root", KeyFile.nonce(), List.of(filing)).encode(), UTF_8);
    }

    JsonNode preview(Map<String, String> headers, String body) {
        return preview(ATTESTATIONS, headers, body);
    }

    JsonNode preview(String path, Map<String, String> headers, String body) {
        Map<String, String> asked = new HashMap<>(headers);
        asked.put("Stele-Preview", "filings");
        Client.Answer answer = client().send(client().post(path, asked, body));
        assertThat(answer.response().statusCode()).as(answer.response().body()).isEqualTo(200);
        return answer.json();
    }

    static List<Filing> filings(JsonNode preview) {
        List<Filing> filings = new ArrayList<>();
        for (JsonNode one : preview.path("filings")) {
            Filing filing = Filing.parse(JSON.writeValueAsBytes(one.path("filing")));
            assertThat(one.path("digest").stringValue())
                    .isEqualTo(filing.digest().hex());
            filings.add(filing);
        }
        return filings;
    }

    static Map<String, String> with(Map<String, String> headers, SignedFilings signed) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Stele-Signature", KeyFile.header(signed.signature()));
        return all;
    }

    SignedFilings sign(KeyFile key, String role, Map<String, String> headers, String body) {
        JsonNode preview = preview(headers, body);
        return key.sign(preview.path("origin").stringValue(), role, KeyFile.nonce(), filings(preview));
    }

    /** What an auditor finds of every event of Sweden, with its root's fingerprint and nothing else. */
    Map<Long, SubmitterFinding> verified() {
        SubmitterCheck check =
                new SubmitterCheck(origin(), Roots.NONE.with("SWE", SWEDEN.key().id()));
        Map<Long, SubmitterFinding> findings = new HashMap<>();
        for (StoredEvent stored :
                ledger().read(org.stele.eventstore.event.Selection.tag("memberState=SWE"), 0, head(), 1_000)) {
            findings.put(stored.position(), check.event(stored.position(), "SWE", stored.body()));
        }
        return findings;
    }

    SubmitterFinding found(long position) {
        return Objects.requireNonNull(verified().get(position));
    }

    void refused(String code, Map<String, String> headers, String body) {
        JsonNode problem = client().refused(422, ATTESTATIONS, headers, body);
        assertThat(problem.path("code").stringValue()).as(problem.toString()).isEqualTo(code);
    }
}

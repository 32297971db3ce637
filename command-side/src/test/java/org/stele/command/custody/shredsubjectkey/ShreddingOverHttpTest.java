package org.stele.command.custody.shredsubjectkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.stele.command.testing.Client.as;
import static org.stele.command.testing.Client.signatory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.stele.command.testing.CommandServer;
import org.stele.events.EventJson;
import org.stele.events.SubjectRef;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.custody.SubjectKeyShredded;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.seal.Seals.KeyNotHeld;
import org.stele.events.seal.Seals.OpenedReferences;
import org.stele.eventstore.event.StoredEvent;
import org.stele.keys.SubjectKeys;
import tools.jackson.databind.JsonNode;

/** After a shredding nobody can read what was sealed, whatever comes between the order and its execution. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShreddingOverHttpTest extends CommandServer {

    private static final String REASON = "{\"reason\":\"The State asked for it.\"}";

    @Autowired
    private SubjectKeys keys;

    @Autowired
    private Environment environment;

    @Test
    void what_is_sealed_under_the_key_is_lost_and_all_else_stays() throws Exception {
        SubjectRef one = subject();
        SubjectRef other = subject();
        RepatriationNoticeRecorded notice = notice(one, other);
        UUID key = keys.keyOf(one.value()).orElseThrow();

        JsonNode receipt = client().recorded(path(one), as("custodian"), REASON);

        assertThat(keys.openReferences(Objects.requireNonNull(notice.content().sealedSubjects()), notice.notice()))
                .isEqualTo(new OpenedReferences(List.of(other), 1));
        StoredEvent event = at(receipt);
        assertThat(EventJson.MAPPER
                        .readValue(event.payload(), SubjectKeyShredded.class)
                        .key())
                .isEqualTo(key);
        assertThat(new String(event.body(), StandardCharsets.UTF_8)).doesNotContain(one.toString());
        assertThat(at(receipt).isIntact()).isTrue();
        assertThat(rows()).noneMatch(row -> row.contains(one.toString()));
        assertThat(files()).noneMatch(text -> text.contains(one.toString()) || text.contains(key.toString()));
    }

    @Test
    void the_key_of_a_protected_claim_is_shredded_by_the_claims_id() throws Exception {
        JsonNode receipt = client().recorded(
                        "/api/v1/exemption-claims",
                        signatory("DNK"),
                        "{\"ground\":\"REFUGEE_LAW\",\"count\":2,\"summary\":\"Canary of a claim.\"}");
        ExemptionClaimed claim = EventJson.MAPPER.readValue(at(receipt).payload(), ExemptionClaimed.class);
        assertThat(keys.open(Objects.requireNonNull(claim.sealed()), claim.claim()))
                .contains("Canary of a claim.");

        client().recorded("/api/v1/subjects/" + claim.claim() + "/shredding", as("custodian"), REASON);

        assertThatExceptionOfType(KeyNotHeld.class)
                .isThrownBy(() -> keys.open(Objects.requireNonNull(claim.sealed()), claim.claim()));
    }

    @Test
    void a_repetition_has_the_first_receipt_and_another_order_finds_nothing() throws Exception {
        SubjectRef one = subject();
        notice(one);
        Map<String, String> headers = as("custodian");

        JsonNode receipt = client().recorded(path(one), headers, REASON);

        assertThat(client().recorded(path(one), headers, REASON)).isEqualTo(receipt);
        JsonNode problem = client().refused(404, path(one), as("custodian"), REASON);
        assertThat(problem.toString()).doesNotContain(keys.id());
        assertThat(client().refused(404, path(subject()), as("custodian"), REASON)
                        .path("detail"))
                .isEqualTo(problem.path("detail"));
        assertThat(client().refused(403, path(one), as("auditor"), REASON)
                        .path("code")
                        .stringValue())
                .isEqualTo("role-not-allowed");
    }

    /** The order is on record and its execution was interrupted; or the store came back from a backup. */
    @Test
    void a_key_that_is_there_although_it_was_shredded_is_destroyed_at_the_next_start() throws Exception {
        SubjectRef one = subject();
        RepatriationNoticeRecorded notice = notice(one);
        UUID key = keys.keyOf(one.value()).orElseThrow();
        Path file = Path.of(Objects.requireNonNull(environment.getProperty("stele.home")))
                .resolve("keys/subjects/keys");
        byte[] backup = Files.readAllBytes(file);
        client().recorded(path(one), as("custodian"), REASON);
        Files.write(file, backup);
        assertThat(opened(notice)).isEqualTo(new OpenedReferences(List.of(one), 0));

        new Shreddings(ledger(), keys).carryOut();

        assertThat(opened(notice)).isEqualTo(new OpenedReferences(List.of(), 1));
        assertThat(keys.keyOf(one.value())).isEmpty();
    }

    private OpenedReferences opened(RepatriationNoticeRecorded notice) throws GeneralSecurityException {
        return keys.openReferences(Objects.requireNonNull(notice.content().sealedSubjects()), notice.notice());
    }

    private static SubjectRef subject() {
        return new SubjectRef(UUID.randomUUID());
    }

    private static String path(SubjectRef subject) {
        return "/api/v1/subjects/" + subject + "/shredding";
    }

    private RepatriationNoticeRecorded notice(SubjectRef... subjects) {
        String body = """
                {"category":"WORKER","count":%s,"subjects":%s,"departed":"2019-11-14","destination":"PRK","mode":"AIR"}
                """.formatted(subjects.length, EventJson.MAPPER.writeValueAsString(subjects));
        JsonNode receipt = client().recorded("/api/v1/repatriation-notices", signatory("DNK"), body);
        return EventJson.MAPPER.readValue(at(receipt).payload(), RepatriationNoticeRecorded.class);
    }

    private static StoredEvent at(JsonNode receipt) {
        return Objects.requireNonNull(ledger().at(receipt.path("position").longValue()));
    }

    /** Every row of the ledger, bytes as text. */
    private static List<String> rows() throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = database().superuser().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT encode(body, 'escape') || encode(leaf, 'escape') || tags::text FROM ledger.event")) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    /** The name and content of every file of the home. */
    private List<String> files() throws IOException {
        List<String> all = new ArrayList<>();
        Path home = Path.of(Objects.requireNonNull(environment.getProperty("stele.home")));
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.add(file + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }
}

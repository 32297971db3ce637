package org.stele.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.as;
import static org.stele.command.testing.Client.signatory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.command.testing.Client;
import org.stele.command.testing.CommandServer;
import tools.jackson.databind.JsonNode;

/** A repeated request gets the same receipt and records no second event. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IdempotencyTest extends CommandServer {

    private static final String ATTESTATIONS = "/api/v1/attestations";
    private static final int DUPLICATES = 32;

    @Test
    void the_same_request_has_the_first_receipt() {
        Map<String, String> headers = signatory("ISL");
        JsonNode first = client().recorded(ATTESTATIONS, headers, "{\"obligation\":\"REP-FIN\",\"remainingCount\":0}");
        long head = head();

        JsonNode again = client().recorded(
                        ATTESTATIONS,
                        headers,
                        " { \"remainingCount\" : 0, \"summary\": null, \"obligation\" : \"REP-FIN\" } ");

        assertThat(again).isEqualTo(first);
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        Map<String, String> headers = signatory("ISL");
        client().recorded(ATTESTATIONS, headers, "{\"obligation\":\"REP-FIN\",\"remainingCount\":0}");
        long head = head();

        JsonNode other =
                client().refused(422, ATTESTATIONS, headers, "{\"obligation\":\"REP-FIN\",\"remainingCount\":1}");
        JsonNode elsewhere =
                client().refused(422, "/api/v1/exemption-claims", headers, "{\"ground\":\"REFUGEE_LAW\",\"count\":1}");

        assertThat(other.path("code").stringValue()).isEqualTo("idempotency-key-reused");
        assertThat(elsewhere.path("code").stringValue()).isEqualTo("idempotency-key-reused");
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void another_state_may_use_the_same_key_for_itself() {
        Map<String, String> iceland = signatory("ISL");
        Map<String, String> finland = signatory("FIN");
        finland.put("Idempotency-Key", iceland.get("Idempotency-Key"));

        String first = client().created(ATTESTATIONS, iceland, "{\"obligation\":\"REP-FIN\"}");
        String second = client().created(ATTESTATIONS, finland, "{\"obligation\":\"REP-FIN\"}");

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void a_repetition_is_answered_although_the_lifecycle_has_moved_on() {
        String path =
                ATTESTATIONS + "/" + client().created(ATTESTATIONS, signatory("ISL"), "{\"obligation\":\"OTHER\"}");
        Map<String, String> headers = signatory("ISL");
        String reason = "{\"reason\":\"a mistake\"}";

        JsonNode first = client().recorded(path + "/withdrawal", headers, reason);
        JsonNode again = client().recorded(path + "/withdrawal", headers, reason);

        assertThat(again).isEqualTo(first);
        client().refused(409, path + "/withdrawal", signatory("ISL"), reason);
        assertThat(client().refused(422, path + "/withdrawal", headers, "{\"reason\":\"another\"}")
                        .path("code")
                        .stringValue())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void thirty_two_duplicates_at_once_are_one_event() throws Exception {
        Map<String, String> headers = signatory("ISL");
        long head = head();

        List<JsonNode> receipts = atOnce(ATTESTATIONS, headers, "{\"obligation\":\"REP-MID\"}");

        assertThat(receipts).hasSize(DUPLICATES).allMatch(receipts.getFirst()::equals);
        assertThat(head()).isEqualTo(head + 1);
    }

    @Test
    void thirty_two_duplicates_of_a_command_that_acts_on_something_are_one_event() throws Exception {
        String path =
                ATTESTATIONS + "/" + client().created(ATTESTATIONS, signatory("ISL"), "{\"obligation\":\"OTHER\"}");
        long head = head();

        List<JsonNode> receipts = atOnce(path + "/receipt", as("registrar"), "{}");

        assertThat(receipts).hasSize(DUPLICATES).allMatch(receipts.getFirst()::equals);
        assertThat(head()).isEqualTo(head + 1);
    }

    private List<JsonNode> atOnce(String path, Map<String, String> headers, String body)
            throws InterruptedException, ExecutionException {
        Client client = client();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> answers = IntStream.range(0, DUPLICATES)
                    .mapToObj(index -> threads.submit(() -> {
                        start.await();
                        return client.recorded(path, headers, body);
                    }))
                    .toList();
            start.countDown();
            List<JsonNode> receipts = new ArrayList<>();
            for (Future<JsonNode> answer : answers) {
                receipts.add(answer.get());
            }
            return receipts;
        }
    }
}

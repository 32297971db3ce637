package org.stele.command;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.command.testing.Client;
import org.stele.command.testing.CommandServer;
import org.stele.events.Role;
import org.stele.web.testing.HeaderActors;
import tools.jackson.databind.JsonNode;

/** What the document describes can be sent as it stands. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiTest extends CommandServer {

    /** The order in which the examples make sense to a ledger. */
    private static final List<String> IN_ORDER = List.of(
            "submitAttestation",
            "receiveAttestation",
            "requestClarification",
            "provideClarification",
            "acceptAsFiled",
            "publishAttestation",
            "unpublishAttestation",
            "withholdAttestation",
            "amendAttestation",
            "withdrawAttestation",
            "recordRepatriationNotice",
            "explainDiscrepancy",
            "resolveDiscrepancy",
            "correctRepatriationNotice",
            "withdrawRepatriationNotice",
            "declareBaseline",
            "correctBaseline",
            "withdrawBaseline",
            "recordArrival",
            "correctArrival",
            "withdrawArrival",
            "claimExemption",
            "claimOutOfScope",
            "disputeClaim",
            "upholdClaim",
            "withdrawClaim",
            "notifyPriorContracts",
            "recordCommitteeApproval",
            "recordEvidence",
            "resolveEvidence",
            "requestScreening",
            "recordScreeningFailure",
            "recordScreeningResult",
            "proposeVerdict",
            "returnVerdict",
            "proposeVerdict",
            "confirmVerdict",
            "accreditOfficial",
            "withdrawAccreditation");

    /** What acts on damage, which a ledger has only where somebody has done it; DamageOverHttpTest sends them. */
    private static final List<String> ON_DAMAGE = List.of("proposeDamageAcceptance", "confirmDamageAcceptance");

    /** What acts on an event that says what it should not; RedactionOverHttpTest sends them. */
    private static final List<String> ON_BODIES = List.of("proposeRedaction", "confirmRedaction");

    /** What acts on a list version that is held; ListVersionsHttpTest sends them. */
    private static final List<String> ON_LISTS = List.of("releaseListVersion", "rejectListVersion");

    /** What acts on the key of a subject, which nobody has in this ledger; ShreddingOverHttpTest and ReadingOverHttpTest send it. */
    private static final List<String> ON_KEYS = List.of("shredSubjectKey", "readSealedData");

    /** What a State's root signs, in the form that its program writes; SignedFilingsOverHttpTest sends them. */
    private static final List<String> BY_ROOTS = List.of("enrolSigningKey", "revokeSigningKey");

    @Test
    void every_example_is_recorded_as_it_stands() {
        Map<String, Described> operations = operations();
        ON_BODIES.forEach(name -> assertThat(operations.remove(name)).isNotNull());
        ON_KEYS.forEach(name -> assertThat(operations.remove(name)).isNotNull());
        ON_LISTS.forEach(name -> assertThat(operations.remove(name)).isNotNull());
        ON_DAMAGE.forEach(name -> assertThat(operations.remove(name)).isNotNull());
        BY_ROOTS.forEach(name -> assertThat(operations.remove(name)).isNotNull());
        assertThat(operations.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        IN_ORDER.stream().distinct().toList());

        List<String> sent = new ArrayList<>();
        for (String name : IN_ORDER) {
            Described operation = Objects.requireNonNull(operations.get(name));
            Map<String, String> headers = operation.headers();
            if (sent.contains(name)) {
                headers.put("Idempotency-Key", UUID.randomUUID().toString());
            }
            client().recorded(operation.pathWithIds(), headers, operation.example());
            sent.add(name);
        }
        assertThat(sent).isEqualTo(IN_ORDER);
    }

    /** Who gives which command: rules, section 2. */
    private static final Map<String, Set<String>> GIVEN_BY = Map.ofEntries(
            entry("submitAttestation", Set.of("signatory", "registrar")),
            entry("amendAttestation", Set.of("signatory", "registrar")),
            entry("withdrawAttestation", Set.of("signatory", "registrar")),
            entry("receiveAttestation", Set.of("registrar")),
            entry("requestClarification", Set.of("chair", "monitor")),
            entry("provideClarification", Set.of("signatory")),
            entry("acceptAsFiled", Set.of("chair")),
            entry("publishAttestation", Set.of("registrar")),
            entry("unpublishAttestation", Set.of("registrar")),
            entry("withholdAttestation", Set.of("registrar")),
            entry("recordRepatriationNotice", Set.of("signatory", "registrar")),
            entry("correctRepatriationNotice", Set.of("signatory", "registrar")),
            entry("withdrawRepatriationNotice", Set.of("signatory", "registrar")),
            entry("declareBaseline", Set.of("signatory", "registrar")),
            entry("correctBaseline", Set.of("signatory", "registrar")),
            entry("withdrawBaseline", Set.of("signatory", "registrar")),
            entry("recordArrival", Set.of("signatory", "registrar")),
            entry("correctArrival", Set.of("signatory", "registrar")),
            entry("withdrawArrival", Set.of("signatory", "registrar")),
            entry("claimExemption", Set.of("signatory", "registrar")),
            entry("claimOutOfScope", Set.of("signatory", "registrar")),
            entry("withdrawClaim", Set.of("signatory", "registrar")),
            entry("disputeClaim", Set.of("monitor", "registrar")),
            entry("upholdClaim", Set.of("chair")),
            entry("notifyPriorContracts", Set.of("signatory", "registrar")),
            entry("recordCommitteeApproval", Set.of("chair")),
            entry("recordEvidence", Set.of("monitor", "registrar")),
            entry("resolveEvidence", Set.of("chair", "registrar")),
            entry("explainDiscrepancy", Set.of("signatory")),
            entry("resolveDiscrepancy", Set.of("chair", "custodian")),
            entry("requestScreening", Set.of("screening-analyst")),
            entry("recordScreeningResult", Set.of("screening-analyst")),
            entry("recordScreeningFailure", Set.of("screening-analyst")),
            entry("proposeVerdict", Set.of("screening-analyst")),
            entry("confirmVerdict", Set.of("screening-reviewer")),
            entry("returnVerdict", Set.of("screening-reviewer")),
            entry("releaseListVersion", Set.of("registrar")),
            entry("rejectListVersion", Set.of("registrar")),
            entry("proposeDamageAcceptance", Set.of("registrar", "auditor", "custodian")),
            entry("confirmDamageAcceptance", Set.of("registrar", "auditor", "custodian")),
            entry("shredSubjectKey", Set.of("custodian")),
            entry(
                    "readSealedData",
                    Set.of(
                            "focal-point",
                            "signatory",
                            "screening-analyst",
                            "screening-reviewer",
                            "auditor",
                            "custodian")),
            entry("proposeRedaction", Set.of("custodian")),
            entry("confirmRedaction", Set.of("custodian", "auditor", "registrar")),
            entry("enrolSigningKey", Set.of("registrar", "focal-point", "signatory")),
            entry("revokeSigningKey", Set.of("registrar", "focal-point", "signatory")),
            entry("accreditOfficial", Set.of("registrar")),
            entry("withdrawAccreditation", Set.of("registrar")));

    @Test
    void every_command_is_refused_to_every_role_but_its_own() {
        Map<String, Described> operations = operations();
        assertThat(operations.keySet()).isEqualTo(GIVEN_BY.keySet());
        long before = head();
        GIVEN_BY.forEach((name, roles) -> {
            Described operation = Objects.requireNonNull(operations.get(name));
            for (Role role : Role.values()) {
                if (!roles.contains(role.id())) {
                    Map<String, String> headers =
                            role.isOfMemberState() ? Client.as(role.id(), "NOR") : Client.as(role.id());
                    JsonNode refusal = client().refused(403, operation.pathWithIds(), headers, operation.example());
                    assertThat(refusal.path("code").stringValue())
                            .as("%s by %s", name, role)
                            .isEqualTo("role-not-allowed");
                }
            }
        });
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void every_operation_lists_its_receipt_its_refusals_and_a_closed_body() {
        operations().forEach((name, described) -> {
            JsonNode responses = described.operation.path("responses");
            assertThat(responses.propertyNames())
                    .as(name)
                    .contains("201", "400", "401", "403", "413", "415", "422", "503");
            JsonNode receipt = responses.at("/201/content/application~1json/schema");
            assertThat(receipt.path("$ref")
                            .stringValue(receipt.at("/oneOf/0/$ref").stringValue("")))
                    .endsWith("/Receipt");
            assertThat(responses
                            .at("/422/content/application~1problem+json/schema/$ref")
                            .stringValue())
                    .endsWith("/Problem");
            assertThat(described.schema().path("additionalProperties").booleanValue())
                    .as(name)
                    .isFalse();
            assertThat(described.operation.path("summary").stringValue()).isNotBlank();
        });
    }

    @Test
    void a_body_s_schema_says_what_is_required_and_how_long_it_may_be() {
        JsonNode schema =
                Objects.requireNonNull(operations().get("amendAttestation")).schema();

        assertThat(schema.path("required").toString()).isEqualTo("[\"reason\"]");
        assertThat(schema.at("/properties/explanation/maxLength").intValue()).isEqualTo(10_000);
        assertThat(schema.at("/properties/remainingCount/type").stringValue()).isEqualTo("integer");
        assertThat(schema.at("/properties/attaches/properties/remainingCount/maximum")
                        .intValue())
                .isEqualTo(10_000_000);
    }

    @Test
    void the_application_reports_its_health() {
        JsonNode health =
                client().send(client().request("/actuator/health").GET()).json();

        assertThat(health.path("status").stringValue()).isEqualTo("UP");
    }

    /** The commands: what takes a body of JSON. */
    private Map<String, Described> operations() {
        JsonNode document =
                client().send(client().request("/v3/api-docs").GET()).json();
        Map<String, Described> operations = new LinkedHashMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode operation = method.getValue();
                    if (operation.path("requestBody").path("content").has("application/json")) {
                        operations.put(
                                operation.path("operationId").stringValue(), new Described(path.getKey(), operation));
                    }
                }));
        return operations;
    }

    private record Described(String path, JsonNode operation) {

        Map<String, String> headers() {
            Map<String, String> headers = parameters("header");
            JsonNode actor = operation.path("x-stele-example-actor");
            headers.put(HeaderActors.USER, actor.path("user").stringValue());
            headers.put(HeaderActors.ROLE, actor.path("role").stringValue());
            if (!actor.path("state").stringValue().isEmpty()) {
                headers.put(HeaderActors.STATE, actor.path("state").stringValue());
            }
            return headers;
        }

        String pathWithIds() {
            String filled = path;
            for (Map.Entry<String, String> id : parameters("path").entrySet()) {
                filled = filled.replace("{" + id.getKey() + "}", id.getValue());
            }
            return filled;
        }

        private Map<String, String> parameters(String in) {
            Map<String, String> examples = new LinkedHashMap<>();
            for (JsonNode parameter : operation.path("parameters")) {
                // What may be left out has none.
                if (parameter.path("in").stringValue().equals(in) && parameter.has("example")) {
                    examples.put(
                            parameter.path("name").stringValue(),
                            parameter.path("example").stringValue());
                }
            }
            return examples;
        }

        String example() {
            return Client.JSON.writeValueAsString(body().at("/examples/example/value"));
        }

        JsonNode schema() {
            return body().path("schema");
        }

        private JsonNode body() {
            return operation.at("/requestBody/content/application~1json");
        }
    }
}

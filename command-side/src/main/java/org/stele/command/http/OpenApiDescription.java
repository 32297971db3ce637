package org.stele.command.http;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.discrepancies.DiscrepancySubject;
import org.stele.web.body.Body;
import org.stele.web.json.WebJson;
import org.stele.web.problem.Problem;

/**
 * Describes the endpoints that have an {@link org.stele.command.http.Example}, so that every example in the document
 * can be sent.
 */
final class OpenApiDescription implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    private static final String PROBLEM = "Problem";
    private static final String RECEIPT = "Receipt";

    /** Whose credential sends the example. */
    private static final String EXAMPLE_ACTOR = "x-stele-example-actor";

    /** The refusals that any command may get. */
    private static final Map<String, String> COMMON_REFUSALS = Map.of(
            "400",
                    "The request is malformed: `invalid-request` with every wrong field in `errors`, `malformed-json`,"
                            + " `missing-body`, `invalid-parameter`, `idempotency-key-missing`, `idempotency-key-invalid`,"
                            + " `actor-headers-refused`, `signature-malformed`.",
            "401",
                    "`actor-missing`: the request carries no credential; `credential-invalid`: it is not good, or no longer.",
            "403", "The credential does not allow it: `role-not-allowed`, `member-state-not-allowed`.",
            "413", "`body-too-large`: the body is larger than 1 MiB.",
            "415", "`unsupported-media-type`: the body is not `application/json`.",
            "422",
                    "A rule forbids it: `idempotency-key-reused` (another request has this key), `plain-personal-data`,"
                            + " `date-not-allowed`, `source-not-allowed`, `signature-invalid`, `signature-used`, `root-unknown`,"
                            + " `nothing-to-sign`.",
            "503", "`ledger-overloaded`, `ledger-unavailable`: send the same request again after Retry-After seconds.");

    OpenApiDescription() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Body.class, CommandRequest.class, Actor.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var example = method.getMethodAnnotation(org.stele.command.http.Example.class);
        if (example == null) {
            return operation;
        }
        describePathId(operation, example);
        addHeaders(operation, example);
        operation.setRequestBody(body(method, example));
        operation.setResponses(responses(example, !example.on().isEmpty()));
        return operation;
    }

    private static void describePathId(Operation operation, org.stele.command.http.Example example) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> "path".equals(parameter.getIn()))
                    .forEach(parameter -> describePathId(parameter, example));
        }
    }

    private static void describePathId(Parameter parameter, org.stele.command.http.Example example) {
        if (parameter.getName().equals("position")) {
            parameter
                    .schema(new IntegerSchema().format("int64"))
                    .description("The position of the event in the ledger")
                    .example("214");
            return;
        }
        if (parameter.getName().equals("key")) {
            parameter
                    .schema(new StringSchema().pattern("^[0-9a-f]{64}$"))
                    .description("The id of the key: SHA-256 of its SubjectPublicKeyInfo")
                    .example("0".repeat(64));
            return;
        }
        if (parameter.getName().equals("sha256")) {
            parameter
                    .schema(new StringSchema().pattern("^[0-9a-f]{64}$"))
                    .description("The SHA-256 of the bytes of the list version")
                    .example("0".repeat(64));
            return;
        }
        if (parameter.getName().equals("subject")) {
            parameter
                    .schema(new StringSchema().format("uuid"))
                    .description("The reference of a person, as its State gave it, or the id of a claim")
                    .example("5d1e7c52-6a1b-4c77-9d0e-0d2f4f8a9b11");
            return;
        }
        parameter
                .schema(new StringSchema().format("uuid"))
                .description("The `id` of the receipt for what this acts on")
                .example(actedOn(example).toString());
    }

    private static FilingId actedOn(org.stele.command.http.Example example) {
        FilingId filing = created(example.on());
        if (example.discrepancy().isEmpty()) {
            return filing;
        }
        String state = example.on().substring(0, example.on().indexOf('/'));
        return new DiscrepancySubject(
                        DiscrepancyCode.valueOf(example.discrepancy()), filing, filing, Collections.emptySortedMap())
                .id(MemberState.valueOf(state));
    }

    private static void addHeaders(Operation operation, org.stele.command.http.Example example) {
        operation.addParametersItem(header(
                        CommandRequestResolver.KEY,
                        "A new UUID for each command. The same request under the same key gets the first receipt again.",
                        key(operation.getOperationId()).toString())
                .schema(new StringSchema().format("uuid")));
        operation.addParametersItem(
                optional(
                        SignatureHeaders.PREVIEW,
                        "`filings`: answers 200 with what this would record as it has to be signed, and a nonce. Nothing is recorded."));
        operation.addParametersItem(
                optional(
                        SignatureHeaders.SIGNATURE,
                        "The submitter's signature over what is recorded: base64url of the JSON object of docs/spec/submitters.md, section 8."));
        operation.addExtension(
                EXAMPLE_ACTOR, Map.of("user", example.user(), "role", example.role(), "state", example.state()));
    }

    private static Parameter header(String name, String description, String example) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(true)
                .description(description)
                .schema(new StringSchema())
                .example(example);
    }

    private static Parameter optional(String name, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(false)
                .description(description)
                .schema(new StringSchema());
    }

    private static RequestBody body(HandlerMethod method, org.stele.command.http.Example example) {
        Class<?> type = Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .filter(Body.class::isAssignableFrom)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(method + " has an example and takes no body"));
        MediaType json = new MediaType()
                .schema(BodySchema.of(type))
                .addExamples("example", new Example().value(WebJson.MAPPER.readValue(example.body(), Map.class)));
        return new RequestBody().required(true).content(new Content().addMediaType("application/json", json));
    }

    private static ApiResponses responses(org.stele.command.http.Example example, boolean actsOnSomething) {
        Map<String, String> refusals = new TreeMap<>(COMMON_REFUSALS);
        if (actsOnSomething) {
            refusals.put("404", "`not-found`: it does not exist, or not for this State.");
            refusals.put("409", "Its lifecycle forbids it: `concurrent-change`.");
        }
        for (String refusal : example.refusals()) {
            String status = refusal.substring(0, 3);
            refusals.merge(status, "`" + refusal.substring(4) + "`.", (all, one) -> all.replaceAll("\\.$", ", ") + one);
        }
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse("201", recorded(example.orReceipts()));
        refusals.forEach((status, meaning) -> responses.addApiResponse(status, refused(meaning)));
        return responses;
    }

    private static ApiResponse recorded(boolean orReceipts) {
        Schema<?> receipt = new Schema<>().$ref("#/components/schemas/" + RECEIPT);
        Schema<?> several = new ObjectSchema()
                .addProperty("receipts", new ArraySchema().items(receipt))
                .required(List.of("receipts"));
        return new ApiResponse()
                .description("Recorded, now or when this request was first sent")
                .addHeaderObject(
                        "Location",
                        new Header().description("Where the event can be read").schema(new StringSchema()))
                .content(content(
                        "application/json",
                        orReceipts ? new Schema<>().addOneOfItem(receipt).addOneOfItem(several) : receipt));
    }

    private static ApiResponse refused(String meaning) {
        return new ApiResponse()
                .description(meaning)
                .content(content(Problem.MEDIA_TYPE, new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
    }

    private static Content content(String mediaType, Schema<?> schema) {
        return new Content().addMediaType(mediaType, new MediaType().schema(schema));
    }

    @Override
    public void customise(OpenAPI document) {
        document.schema(
                RECEIPT,
                new ObjectSchema()
                        .addProperty(
                                "position",
                                new IntegerSchema().format("int64").description("Position in the ledger, from 1"))
                        .addProperty("eventId", new StringSchema().format("uuid"))
                        .addProperty("leafHash", new StringSchema().pattern("^[0-9a-f]{64}$"))
                        .addProperty("recordedAt", new StringSchema().format("date-time"))
                        .addProperty(
                                "id",
                                new StringSchema().format("uuid").description("What was put on record or acted on"))
                        .addProperty(
                                "warnings",
                                new ArraySchema()
                                        .description(
                                                "Texts that may hold personal data; absent where there are none. They are recorded as they stand")
                                        .items(new ObjectSchema()
                                                .addProperty("field", new StringSchema())
                                                .addProperty("signs", new ArraySchema().items(new StringSchema()))
                                                .addProperty("message", new StringSchema())))
                        .addProperty(
                                "sealed",
                                new ObjectSchema()
                                        .description("Of the reading of what is sealed alone: what was read")
                                        .addProperty(
                                                "status",
                                                new StringSchema().description("OPEN, SHREDDED or UNREADABLE"))
                                        .addProperty("content", new ObjectSchema()))
                        .required(List.of("position", "eventId", "leafHash", "recordedAt", "id")));
        document.schema(
                PROBLEM,
                new ObjectSchema()
                        .description("RFC 9457")
                        .addProperty("type", new StringSchema())
                        .addProperty("title", new StringSchema())
                        .addProperty("status", new IntegerSchema())
                        .addProperty("detail", new StringSchema().description("For people; may change"))
                        .addProperty("instance", new StringSchema())
                        .addProperty("code", new StringSchema().description("For programs; permanent"))
                        .addProperty(
                                "errors",
                                new ArraySchema()
                                        .items(new ObjectSchema()
                                                .addProperty("field", new StringSchema())
                                                .addProperty("message", new StringSchema())
                                                .addProperty("got", new StringSchema())
                                                .required(List.of("field", "message"))))
                        .required(List.of("type", "title", "status", "detail", "code")));
    }

    /** The id that the example of an operation creates, so that later examples can name it. */
    static FilingId created(String scopeAndOperation) {
        int slash = scopeAndOperation.indexOf('/');
        return FilingId.createdBy(
                scopeAndOperation.substring(0, slash), new CommandId(key(scopeAndOperation.substring(slash + 1))));
    }

    private static UUID key(String operationId) {
        return UUID.nameUUIDFromBytes(("example of " + operationId).getBytes(StandardCharsets.UTF_8));
    }
}

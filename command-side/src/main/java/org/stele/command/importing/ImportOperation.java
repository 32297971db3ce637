package org.stele.command.importing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;
import org.stele.web.problem.Problem;

/** The description of the endpoint in the API document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        summary = "Import old filings",
        description = ImportDescription.OPERATION,
        operationId = "importFile",
        parameters = {
            @Parameter(
                    in = ParameterIn.PATH,
                    name = "kind",
                    required = true,
                    schema =
                            @Schema(
                                    type = "string",
                                    allowableValues = {
                                        "filings",
                                        "claims",
                                        "evidence",
                                        "notices",
                                        "baselines",
                                        "arrivals"
                                    }),
                    example = "filings"),
            @Parameter(
                    in = ParameterIn.QUERY,
                    name = "dryRun",
                    description = "Whether to check the file only",
                    schema = @Schema(type = "boolean", defaultValue = "false"))
        },
        requestBody =
                @RequestBody(
                        required = true,
                        content = {
                            @Content(
                                    mediaType = ImportRequest.CSV,
                                    schema = @Schema(type = "string"),
                                    examples = {
                                        @ExampleObject(name = "filings", value = ImportDescription.FILINGS),
                                        @ExampleObject(name = "claims", value = ImportDescription.CLAIMS),
                                        @ExampleObject(name = "evidence", value = ImportDescription.EVIDENCE),
                                        @ExampleObject(name = "notices", value = ImportDescription.NOTICES),
                                        @ExampleObject(name = "baselines", value = ImportDescription.BASELINES),
                                        @ExampleObject(name = "arrivals", value = ImportDescription.ARRIVALS)
                                    }),
                            @Content(
                                    mediaType = ImportRequest.XLSX,
                                    schema = @Schema(type = "string", format = "binary"))
                        }),
        responses = {
            @ApiResponse(
                    responseCode = "200",
                    description = "Entered, now or before; or, of a dry run, checked",
                    content = {
                        @Content(
                                mediaType = MediaType.APPLICATION_JSON_VALUE,
                                schema = @Schema(implementation = ImportReport.class),
                                examples = @ExampleObject(ImportDescription.RESULT)),
                        @Content(mediaType = ImportLines.MEDIA_TYPE, schema = @Schema(type = "string"))
                    }),
            @ApiResponse(
                    responseCode = "400",
                    description = "`invalid-parameter`",
                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
            @ApiResponse(
                    responseCode = "401",
                    description = "`actor-missing`",
                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
            @ApiResponse(
                    responseCode = "403",
                    description = "`role-not-allowed`: only a registrar imports",
                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
            @ApiResponse(
                    responseCode = "404",
                    description = "`not-found`: there is no such kind of file",
                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
            @ApiResponse(
                    responseCode = "409",
                    description = "`import-stopped`: what a row acts on was changed meanwhile",
                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
            @ApiResponse(
                    responseCode = "413",
                    description = "`body-too-large`: the file is larger than 1 GiB",
                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
            @ApiResponse(
                    responseCode = "415",
                    description = "`unsupported-media-type`: the body is neither `text/csv` in UTF-8 nor XLSX",
                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
            @ApiResponse(
                    responseCode = "422",
                    description = "`import-invalid`: nothing was entered; `errors` names rows and columns",
                    content =
                            @Content(
                                    mediaType = Problem.MEDIA_TYPE,
                                    schema = @Schema(implementation = ImportProblem.class),
                                    examples = @ExampleObject(ImportDescription.INVALID))),
            @ApiResponse(
                    responseCode = "429",
                    description = "`too-many-imports`: others are being read; send the file again later",
                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
            @ApiResponse(
                    responseCode = "503",
                    description = "`import-stopped`: the ledger could not take a row; send the same file again",
                    content = @Content(mediaType = Problem.MEDIA_TYPE))
        })
@interface ImportOperation {}

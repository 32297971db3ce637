package org.stele.command.screening.loadlistversion;

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
        summary = "Load a version of the Consolidated List",
        description =
                "The file as the Council publishes it, up to 16 MiB. It stands, or is HELD for a registrar's decision"
                        + " where it looks wrong beside the version that stands: then that one goes on to stand. The same bytes are"
                        + " loaded once; the answer to a repetition is the first, with 200.",
        operationId = "loadListVersion",
        parameters = {
            @Parameter(
                    in = ParameterIn.HEADER,
                    name = LoadListVersionEndpoint.SOURCE,
                    description = "The address that was asked for the bytes; never one that is signed",
                    example = "https://scsanctions.un.org/resources/xml/en/consolidated.xml")
        },
        requestBody =
                @RequestBody(
                        required = true,
                        content =
                                @Content(
                                        mediaType = MediaType.APPLICATION_XML_VALUE,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(LoadListVersionOperation.EXAMPLE))),
        responses = {
            @ApiResponse(
                    responseCode = "200",
                    description = "These bytes were loaded before: the first answer",
                    content =
                            @Content(
                                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                                    schema = @Schema(implementation = ListVersionAnswer.class))),
            @ApiResponse(
                    responseCode = "201",
                    description = "Recorded: it stands, or is held",
                    content =
                            @Content(
                                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                                    schema = @Schema(implementation = ListVersionAnswer.class))),
            @ApiResponse(
                    responseCode = "400",
                    description = "`invalid-request`: the source is no plain address",
                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
            @ApiResponse(
                    responseCode = "401",
                    description = "`actor-missing`",
                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
            @ApiResponse(
                    responseCode = "403",
                    description = "`role-not-allowed`: only a registrar loads list versions",
                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
            @ApiResponse(
                    responseCode = "413",
                    description = "`body-too-large`: the file is larger than 16 MiB",
                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
            @ApiResponse(
                    responseCode = "415",
                    description = "`unsupported-media-type`: the body is not `application/xml`",
                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
            @ApiResponse(
                    responseCode = "422",
                    description = "It cannot be read, and nothing is recorded: `list-not-xml`, `list-with-doctype`,"
                            + " `list-encoding-invalid`, `list-structure-unknown`, `list-too-large`",
                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
            @ApiResponse(
                    responseCode = "503",
                    description = "`ledger-overloaded`, `ledger-unavailable`: send the same file again",
                    content = @Content(mediaType = Problem.MEDIA_TYPE))
        })
@interface LoadListVersionOperation {

    String EXAMPLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z">
              <INDIVIDUALS>
                <INDIVIDUAL>
                  <DATAID>9000001</DATAID>
                  <FIRST_NAME>INVENTED</FIRST_NAME>
                  <UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
                  <REFERENCE_NUMBER>KPi.501</REFERENCE_NUMBER>
                </INDIVIDUAL>
              </INDIVIDUALS>
              <ENTITIES/>
            </CONSOLIDATED_LIST>
            """;
}

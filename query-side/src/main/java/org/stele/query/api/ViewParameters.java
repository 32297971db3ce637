package org.stele.query.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.stele.query.view.ViewPoints;

/** Documents the parameters of a view point. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = ViewPoints.EFFECTIVE_ON,
        in = ParameterIn.QUERY,
        description = "The day that is spoken of, included; today in New York by default.",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = ViewPoints.KNOWN_ON,
        in = ParameterIn.QUERY,
        description = "The day of knowledge, included; today in New York by default.",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = ViewPoints.TREE_SIZE,
        in = ParameterIn.QUERY,
        description = "How many events of the ledger are seen; all by default.",
        schema = @Schema(type = "integer", format = "int64", minimum = "0"))
@Parameter(
        name = ViewPoints.AUDIENCE,
        in = ParameterIn.QUERY,
        description =
                "PUBLIC, for auditors and the Committee to look as the public does. What is seen otherwise follows"
                        + " from the credential.",
        schema = @Schema(type = "string", allowableValues = "PUBLIC"))
public @interface ViewParameters {}

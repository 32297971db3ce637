package org.stele.query.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.stele.query.view.DueOverview.Filter;

/** Documents the parameters that narrow a list of what is due. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = Filter.STATE, in = ParameterIn.QUERY, description = "The State, such as NOR; all by default.")
@Parameter(
        name = Filter.CODE,
        in = ParameterIn.QUERY,
        description = "Such as REPORT_OVERDUE or NOT_YET_RECEIVED; any by default.")
@Parameter(
        name = Filter.OBLIGATION,
        in = ParameterIn.QUERY,
        description = "What is about this obligation, such as REP-FIN; any by default.")
public @interface DueParameters {}

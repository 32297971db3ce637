package org.stele.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** An operation is as hard to come by as a command: no page of any site can have a browser ask for it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OperationsOverHttpTest extends RunningQuerySide {

    private static final List<String> OPERATIONS = List.of(
            "/actuator/projection", "/actuator/held/POL", "/actuator/held/---", "/actuator/../actuator/projection");

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "415, -,                                 X-None,          1",
                "415, text/plain,                        X-None,          1",
                "415, application/x-www-form-urlencoded, X-None,          1",
                "415, multipart/form-data; boundary=a,   X-None,          1",
                "415, text/plain; x=application/json,    X-None,          1",
                "415, */*;*,                             X-None,          1",
                "403, application/json,                  Origin,          http://evil.example",
                "403, application/json,                  Origin,          null",
                "403, application/json,                  Sec-Fetch-Site,  cross-site",
                "403, application/json,                  Sec-Fetch-Site,  same-site",
                "403, application/json,                  X-Forwarded-For, 127.0.0.1",
                "403, application/json,                  Via,             1.1 proxy"
            })
    void what_another_site_or_a_proxy_could_send_is_refused(int status, String type, String header, String value) {
        long generation = json("/actuator/projection").get("generation").asLong();
        for (String path : OPERATIONS) {
            var request = request(path).header(header, value);
            HttpResponse<String> answer = send((type == null ? request : request.header("Content-Type", type))
                    .POST(BodyPublishers.ofString("{}")));

            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        assertThat(json("/actuator/projection").get("generation").asLong()).isEqualTo(generation);
    }

    @Test
    void a_program_on_this_machine_rebuilds() {
        long generation = json("/actuator/projection").get("generation").asLong();

        HttpResponse<String> answer = send(operation(request("/actuator/projection")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json("/actuator/projection").get("generation").asLong()).isGreaterThan(generation);
    }

    @Test
    void the_query_side_answers_to_no_other_method_than_those_that_read() {
        Set<HttpMethod> reading = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

        assertThat(requestMappingHandlerMapping.getHandlerMethods().keySet())
                .filteredOn(mapping -> !mapping.getPatternValues().contains("/error"))
                .allSatisfy(mapping -> assertThat(mapping.getMethodsCondition().getMethods())
                        .isNotEmpty()
                        .extracting(RequestMethod::asHttpMethod)
                        .allMatch(reading::contains));
    }
}

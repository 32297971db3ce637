package org.stele.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.signatory;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.stele.command.testing.Client;
import org.stele.command.testing.CommandServer;

/** Whatever changes something is posted, in a type that no page of another site can send by itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StateChangingAddressesTest extends CommandServer {

    /** Each has a seal or token of its page, which no other site can read. */
    private static final Set<String> FORMS = Set.of("/file/{path}", "/sealed/{position}");

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void every_address_of_the_command_side_reads_or_is_posted_to() {
        assertThat(mappings())
                .allSatisfy(mapping -> assertThat(mapping.getMethodsCondition().getMethods())
                        .isSubsetOf(RequestMethod.GET, RequestMethod.POST)
                        .hasSize(1));
        assertThat(posted()).hasSizeGreaterThan(23);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a"})
    void no_command_and_no_import_is_taken_in_a_type_that_a_form_or_a_script_of_another_site_sends(String type) {
        long before = head();
        for (String path : posted()) {
            assertThat(send(path, type, signatory("NOR")).response().statusCode())
                    .as(path)
                    .isEqualTo(415);
        }
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void no_command_and_no_import_is_taken_of_another_site_or_through_a_proxy() {
        long before = head();
        for (String path : posted()) {
            String type = type(path);
            for (Map.Entry<String, String> header : Map.of(
                            "Origin", "http://evil.example",
                            "Sec-Fetch-Site", "same-site",
                            "X-Forwarded-For", "127.0.0.1",
                            "Forwarded", "for=127.0.0.1")
                    .entrySet()) {
                Map<String, String> headers = signatory("NOR");
                headers.put(header.getKey(), header.getValue());
                assertThat(send(path, type, headers).problem(403).path("code").stringValue())
                        .as(path)
                        .isIn("cross-origin-request", "actor-not-local");
            }
        }
        assertThat(head()).isEqualTo(before);
    }

    private static String type(String path) {
        if (path.equals("/api/v1/list-versions")) {
            return "application/xml";
        }
        return path.startsWith("/api/v1/imports") ? "text/csv" : "application/json";
    }

    private Client.Answer send(String path, String type, Map<String, String> headers) {
        HttpRequest.Builder request = client().request(path).POST(BodyPublishers.ofString("{}"));
        headers.forEach(request::header);
        return client().send(type.isEmpty() ? request : request.header("Content-Type", type));
    }

    private List<String> posted() {
        return mappings()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .filter(mapping -> Collections.disjoint(mapping.getPatternValues(), FORMS))
                .peek(mapping -> assertThat(mapping.getConsumesCondition().getConsumableMediaTypes())
                        .isSubsetOf(
                                MediaType.APPLICATION_JSON,
                                MediaType.APPLICATION_XML,
                                new MediaType("text", "csv"),
                                new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                        .isNotEmpty())
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(path -> path.replace("{kind}", "filings")
                        .replaceAll("\\{\\w+}", "6f1c2d3e-4a5b-4c6d-8e7f-901234567890"))
                .toList();
    }

    private Stream<RequestMappingInfo> mappings() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(mapping -> !mapping.getPatternValues().contains("/error"));
    }
}

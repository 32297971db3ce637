package org.stele.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithheldAtRequest;
import org.stele.events.attestation.ClarificationRequested;
import org.stele.events.attestation.Figures;
import org.stele.events.attestation.Visibility;
import org.stele.query.testing.TestLedger;

/** Two States whose envelopes are the same, and what is in them is not: no answer to an outsider tells them apart. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestPropertySource(properties = {"stele.test.own-application=envelopes", "stele.public-access=true"})
class EnvelopesOverHttpTest extends RunningQuerySide {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 1);

    @Autowired
    private TestLedger own;

    private long before;

    @BeforeAll
    void two_reports_that_are_withheld() {
        before = own.reader().head();
        file(
                MemberState.BTN,
                new AttestationContent(
                        new Figures(
                                new Baseline(new PersonsCount(9), BaselineBasis.PERSONS),
                                new PersonsCount(1),
                                new PersonsCount(3),
                                null),
                        new Figures(null, null, new PersonsCount(2), null),
                        null,
                        PartialDate.parse("2018"),
                        PartialDate.parse("2019-12"),
                        false,
                        true,
                        true,
                        Visibility.WITHHELD,
                        "canary explanation",
                        null,
                        "canary summary",
                        List.of()),
                MonitoringBody.MSMT);
        file(
                MemberState.TUV,
                new AttestationContent(
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        false,
                        false,
                        Visibility.PUBLISHED,
                        null,
                        "canary limit",
                        null,
                        List.of()),
                null);
    }

    private void file(MemberState state, AttestationContent content, @Nullable MonitoringBody askedBy) {
        FilingId id = id(state);
        own.append(List.of(
                new AttestationSubmitted(state, id, ObligationId.REP_FIN, content, DAY, null, null),
                new AttestationReceived(state, id, 1, PartialDate.of(DAY), "canary reference", null),
                new AttestationAmended(state, id, 2, content, "canary reason", DAY, null, null),
                new AttestationReceived(state, id, 2, PartialDate.of(DAY), null, null),
                new AttestationWithheldAtRequest(state, id, 2, DAY, "canary"),
                new ClarificationRequested(
                        state, id, FilingId.named("question of " + state), "canary question", DAY, askedBy, null)));
    }

    private static FilingId id(MemberState state) {
        return FilingId.named("report of " + state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLIC", "MSMT", "STATE"})
    void nobody_outside_can_tell_what_is_in_an_envelope(String reader) {
        for (String path : List.of(
                "/api/v1/states/STATE",
                "/api/v1/states/STATE/due",
                "/api/v1/states/STATE/changes?from=//" + before + "&to=//",
                "/api/v1/states/STATE/changes?from=2019-01-01/2020-06-01/&to=2020-06-01/2020-06-01/",
                "/api/v1/states/STATE.csv",
                "/api/v1/states/STATE.jsonl",
                "/api/v1/states/STATE/changes.csv?from=//" + before + "&to=//",
                "/api/v1/discrepancies?state=STATE",
                "/states/STATE",
                "/states/STATE?effectiveOn=2020-03-01&knownOn=2020-03-01")) {
            String one = answer(reader, path, MemberState.BTN);
            String other = answer(reader, path, MemberState.TUV);

            assertThat(one).as(path).isEqualTo(other).doesNotContain("canary");
        }
        assertThat(board(reader, MemberState.BTN)).isEqualTo(board(reader, MemberState.TUV));
    }

    private String board(String reader, MemberState state) {
        for (var entry : JSON.readTree(text(reader, "/api/v1/board")).get("states")) {
            if (entry.get("iso3").asString().equals(state.iso3())) {
                return entry.toString().replace(state.iso3(), "STATE");
            }
        }
        throw new AssertionError(state);
    }

    private String answer(String reader, String path, MemberState state) {
        return text(reader, path.replace("STATE", state.iso3()))
                .replace(state.iso3(), "STATE")
                .replace(state.officialName(), "NAME")
                .replace(id(state).toString(), "ID")
                .replace(FilingId.named("question of " + state).toString(), "QUESTION");
    }

    private String text(String reader, String path) {
        HttpRequest.Builder request = request(path);
        HttpResponse<String> answer = send(
                switch (reader) {
                    case "PUBLIC" -> request.header("X-Real-IP", "192.0.2.1");
                    case "MSMT" -> request.headers("X-Stele-User", "staff-1", "X-Stele-Role", "monitor");
                    default ->
                        request.headers(
                                "X-Stele-User", "staff-1", "X-Stele-Role", "focal-point", "X-Stele-State", "NOR");
                });
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return answer.body();
    }
}

package org.stele.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.events.Audience;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationUnpublished;
import org.stele.events.attestation.Visibility;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.statefile.lens.Sight;

/** What the database itself shows to the role that serves: nothing without an audience, and then what that audience sees. */
class RowSecurityTest extends ProjectedLedger {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 1);
    private static final FilingId REPORT = FilingId.named("a report");

    @BeforeEach
    void a_report_and_confidential_evidence() {
        fixture.foldTo(ledger.append(List.of(
                new AttestationSubmitted(
                        MemberState.NOR, REPORT, ObligationId.REP_FIN, content("canary explanation"), DAY, null, null),
                new AttestationReceived(MemberState.NOR, REPORT, 1, PartialDate.of(DAY), null, null),
                evidence("canary of nobody", null),
                evidence("canary of the MSMT", MonitoringBody.MSMT))));
    }

    private static AttestationContent content(String explanation) {
        return new AttestationContent(
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
                explanation,
                null,
                List.of());
    }

    private static EvidenceRecorded evidence(String statement, @Nullable MonitoringBody by) {
        return new EvidenceRecorded(
                MemberState.NOR,
                FilingId.named(statement),
                EvidenceKind.PRESS,
                PartialDate.parse("2019"),
                PartialDate.parse("2020"),
                null,
                false,
                statement,
                null,
                null,
                true,
                by);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unset",
            value = {
                "unset, unset",
                "'', ''",
                "'', NOR",
                "unset, NOR",
                "STATE, unset",
                "STATE, ''",
                "STATE, NORWAY",
                "STATE, nor",
                "public, ''",
                "RECORD, ''",
                "OWN, NOR",
                "PUBLIC OR 1=1, ''"
            })
    void without_an_audience_nothing_is_seen(String audience, String state) throws SQLException {
        try (Connection connection = serving(audience, state)) {
            for (String table : List.of("thing", "held", "projection")) {
                assertThat(texts(connection, "SELECT count(*)::text FROM query." + table))
                        .as(table)
                        .containsExactly("0");
            }
        }
    }

    @Test
    void each_audience_is_shown_what_it_sees_and_no_more() throws SQLException {
        assertThat(canaries("PUBLIC", "")).isEmpty();
        assertThat(canaries("STATE", "POL")).isEmpty();
        assertThat(canaries("MSMT", "")).containsExactly("canary of the MSMT");
        assertThat(canaries("STATE", "NOR")).containsExactly("canary explanation");
        for (String all : List.of("AUDIT", "CUSTODY", "COMMITTEE")) {
            assertThat(canaries(all, ""))
                    .containsExactly("canary explanation", "canary of nobody", "canary of the MSMT");
        }
    }

    @Test
    void a_report_that_is_taken_off_the_page_is_taken_from_every_lens_at_once() throws SQLException {
        fixture.foldTo(ledger.append(List.of(new AttestationPublished(MemberState.NOR, REPORT, 1, DAY, false, null))));
        assertThat(canaries("PUBLIC", "")).containsExactly("canary explanation");
        assertThat(canaries("STATE", "POL")).containsExactly("canary explanation");

        fixture.foldTo(ledger.append(List.of(new AttestationUnpublished(MemberState.NOR, REPORT, DAY, "A reason."))));

        assertThat(canaries("PUBLIC", "")).isEmpty();
        assertThat(canaries("STATE", "POL")).isEmpty();
        assertThat(canaries("MSMT", "")).containsExactly("canary of the MSMT");
        assertThat(canaries("STATE", "NOR")).containsExactly("canary explanation");
        assertThat(fixture.audit(fixture.liveFiles()).pass()).isEmpty();
    }

    @Test
    void the_record_from_which_the_projection_goes_on_is_shown_to_nobody() throws SQLException {
        for (Audience audience : List.of(Audience.PUBLIC, Audience.MSMT, Audience.of(MemberState.NOR))) {
            MemberState own = audience.memberState();
            try (Connection connection = serving(audience.kind().name(), own == null ? "" : own.iso3())) {
                assertThat(texts(
                                connection,
                                "SELECT kind FROM query.thing WHERE lenses = " + Sight.RECORD.bit() + " OR lenses & "
                                        + Sight.PUBLIC.bit() + " = 0 AND iso3 <> 'NOR' AND kind <> 'EVIDENCE'"))
                        .isEmpty();
                assertThat(texts(connection, "SELECT name FROM query.projection WHERE name = 'state-file'"))
                        .isEmpty();
            }
        }
    }

    @Test
    void an_audience_lasts_as_long_as_its_transaction() throws SQLException {
        try (Connection connection = ledger.database().query().getConnection()) {
            connection.setAutoCommit(false);
            name(connection, "AUDIT", "");
            assertThat(texts(connection, "SELECT count(*)::text FROM query.thing"))
                    .doesNotContain("0");
            connection.commit();
            assertThat(texts(connection, "SELECT count(*)::text FROM query.thing"))
                    .containsExactly("0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO query.projection (name, generation, position) VALUES ('x', 1, 0)",
                "UPDATE query.thing SET json = ''",
                "UPDATE query.thing SET lenses = 63",
                "DELETE FROM query.thing",
                "TRUNCATE query.thing",
                "DELETE FROM query.held",
                "ALTER TABLE query.thing DISABLE ROW LEVEL SECURITY",
                "ALTER TABLE query.thing NO FORCE ROW LEVEL SECURITY",
                "DROP POLICY seen ON query.thing",
                "CREATE POLICY mine ON query.thing USING (true)",
                "CREATE OR REPLACE FUNCTION query.lens_of_others() RETURNS int LANGUAGE sql AS 'SELECT 63'",
                "CREATE TABLE query.mine (id int)",
                "SELECT * FROM query.token_entry",
                "SET row_security = off; SELECT * FROM query.thing",
                "SET ROLE stele_projection",
                "SET SESSION AUTHORIZATION stele_projection"
            })
    void the_role_that_serves_changes_nothing_and_turns_no_policy_off(String sql) throws SQLException {
        try (Connection connection = serving("AUDIT", "");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void policies_bind_the_owner_too_and_no_role_is_above_them() throws SQLException {
        try (Connection connection = ledger.database().superuser().getConnection()) {
            assertThat(texts(connection, """
                            SELECT relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity FROM pg_class
                            WHERE relnamespace = 'query'::regnamespace AND relname IN ('thing', 'held', 'projection')
                            ORDER BY relname"""))
                    .containsExactly("held true true", "projection true true", "thing true true");
            assertThat(texts(connection, """
                            SELECT rolname FROM pg_roles
                            WHERE rolname LIKE 'stele%' AND (rolbypassrls OR rolsuper OR rolcreaterole)""")).isEmpty();
            assertThat(texts(connection, """
                            SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class
                            WHERE relnamespace = 'query'::regnamespace""")).containsExactly("stele_projection");
        }
    }

    /** A connection whose transaction names an audience; null where it names none. */
    private Connection serving(@Nullable String audience, @Nullable String state) throws SQLException {
        Connection connection = ledger.database().query().getConnection();
        connection.setAutoCommit(false);
        name(connection, audience, state);
        return connection;
    }

    private static void name(Connection connection, @Nullable String audience, @Nullable String state)
            throws SQLException {
        try (var statement = connection.prepareStatement("SELECT set_config(?, ?, true)")) {
            set(statement, "stele.audience", audience);
            set(statement, "stele.state", state);
        }
    }

    private static void set(PreparedStatement statement, String name, @Nullable String value) throws SQLException {
        if (value != null) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.execute();
        }
    }

    private List<String> canaries(String audience, String state) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = serving(audience, state);
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT json FROM query.thing WHERE iso3 = 'NOR'")) {
            while (row.next()) {
                String json = new String(row.getBytes(1), StandardCharsets.UTF_8);
                for (String canary : List.of("canary explanation", "canary of nobody", "canary of the MSMT")) {
                    if (json.contains(canary)) {
                        found.add(canary);
                    }
                }
            }
        }
        return found.stream().sorted().toList();
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}

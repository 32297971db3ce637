package org.stele.command.custody.accesslog;

import static org.stele.command.testing.People.of;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.command.testing.SliceTest;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.custody.AccessLogDigested;
import org.stele.events.custody.CustodyMatter;

class RecordAccessLogDigestTest extends SliceTest {

    private static final Instant HOUR = Instant.parse("2026-11-30T15:00:00Z");
    private static final Sha256Digest DIGEST = Sha256Digest.of(new byte[] {1});

    RecordAccessLogDigestTest() {
        super(new AccessLogDigestSlice().recordAccessLogDigest());
    }

    private static AccessLogDigested digested(long first, long last) {
        return new AccessLogDigested(CustodyMatter.ACCESS_LOG, HOUR, first, last, DIGEST, DIGEST);
    }

    private static RecordAccessLogDigest digest(Role role, long first, long last) {
        return new RecordAccessLogDigest(of(role), HOUR, first, last, DIGEST, DIGEST);
    }

    @Test
    void the_first_hour_begins_with_the_first_row() {
        given().when(digest(Role.CUSTODIAN, 1, 40)).recorded(digested(1, 40));
        given().when(digest(Role.CUSTODIAN, 2, 40)).tooLateOrEarly("access-log-digested");
    }

    @Test
    void each_hour_follows_the_one_before() {
        given(digested(1, 40)).when(digest(Role.CUSTODIAN, 41, 41)).recorded(digested(41, 41));
    }

    @ParameterizedTest
    @CsvSource({"1, 40", "40, 50", "42, 50", "41, 40"})
    void rows_are_digested_once_and_none_is_left_out(long first, long last) {
        given(digested(1, 40)).when(digest(Role.CUSTODIAN, first, last)).tooLateOrEarly("access-log-digested");
    }

    @Test
    void nobody_but_the_program_in_the_role_of_the_custodian_records_one() {
        given().when(digest(Role.AUDITOR, 1, 40)).notAllowed();
        given().when(digest(Role.REGISTRAR, 1, 40)).notAllowed();
    }
}

package org.stele.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SubjectRef;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.custody.SubjectKeyShredded;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.keys.KeySettings;
import org.stele.keys.SubjectKeys;
import org.stele.query.testing.TestLedger;

/** What can still be known of persons whom two States name, after the key of one of them was shredded. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestPropertySource(properties = {"stele.test.own-application=shreddings", "stele.public-access=true"})
class ShreddedSubjectsTest extends RunningQuerySide {

    private static final MemberState HERE = MemberState.BTN;
    private static final MemberState THERE = MemberState.MUS;
    private static final PartialDate DAY = PartialDate.parse("2019-05-01");
    private static final SubjectRef ONE = SubjectRef.parse("11111111-1111-4111-8111-111111111111");
    private static final SubjectRef TWO = SubjectRef.parse("22222222-2222-4222-8222-222222222222");
    private static final Path HOME = newHome();

    @Autowired
    private TestLedger ledger;

    private final SubjectKeys keys = keys();

    private static Path newHome() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "keys-");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SubjectKeys keys() {
        try {
            return KeySettings.of(_ -> "", HOME).open();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        Map<String, String> places = Map.of(
                "stele.keys-url", "file:" + HOME.resolve("keys/subjects"),
                "stele.keys-master", "file:" + HOME.resolve("keys/master-key"));
        places.forEach((name, value) -> properties.add(name, () -> value));
    }

    @BeforeAll
    void two_persons_whom_both_states_name() {
        for (SubjectRef subject : List.of(ONE, TWO)) {
            record(notice(HERE, subject));
            record(notice(THERE, subject));
        }
    }

    @AfterAll
    void close() {
        keys.close();
    }

    private RepatriationNoticeRecorded notice(MemberState state, SubjectRef subject) {
        FilingId id = FilingId.named(state + " " + subject);
        NoticeContent content = new NoticeContent(
                PersonsCategory.WORKER,
                new PersonsCount(1),
                List.of(),
                keys.sealReferences(id, List.of(subject), id),
                DAY,
                "PRK",
                Outcome.REPATRIATED,
                Mode.AIR,
                null,
                null,
                null);
        return new RepatriationNoticeRecorded(state, id, content, DAY, null);
    }

    @Test
    void a_shredded_person_is_compared_no_more_in_views_of_any_size_and_the_other_still_is() {
        long size = head();
        String counts = text("/api/v1/states/BTN").replaceAll("\"flags\".*", "");
        assertThat(found("")).contains(id(ONE), id(TWO));

        UUID key = keys.keyOf(ONE.value()).orElseThrow();
        ledger.append(List.of(new SubjectKeyShredded(CustodyMatter.SHREDDING, key, "Asked for.", "staff-1")));
        keys.destroy(key);

        for (String view : List.of("", "&treeSize=" + size)) {
            assertThat(found(view)).contains(id(TWO)).doesNotContain(id(ONE));
            assertThat(found(view)).contains("\"notComputed\":{\"SUBJECT_IN_TWO_STATES\":[\"BTN\"]}");
        }
        assertThat(text("/api/v1/states/BTN?treeSize=" + size).replaceAll("\"flags\".*", ""))
                .isEqualTo(counts);
        assertThat(text("/states/BTN"))
                .contains(
                        "One person in two States",
                        "not computed",
                        "Shredded, or sealed under keys",
                        "Sealed: read one");
        String event = text("/api/v1/events/" + head());
        assertThat(event).contains("custody.SubjectKeyShredded", key.toString());
        String toOthers = text("/api/v1/events/" + head() + "?audience=PUBLIC");
        assertThat(toOthers)
                .contains("custody.SubjectKeyShredded", "\"withheld\":true")
                .doesNotContain(key.toString());
    }

    private String found(String view) {
        return text("/api/v1/discrepancies?code=SUBJECT_IN_TWO_STATES&state=BTN" + view);
    }

    private static String id(SubjectRef subject) {
        return FilingId.named(MemberState.BTN + " " + subject).toString();
    }

    private String text(String path) {
        HttpRequest.Builder request =
                request(path).header("X-Stele-User", "staff-1").header("X-Stele-Role", "auditor");
        var answer = send(request);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }
}

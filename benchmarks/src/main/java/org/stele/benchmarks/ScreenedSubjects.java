package org.stele.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.stele.command.screening.list.ConsolidatedList;
import org.stele.command.screening.list.ConsolidatedListReader;
import org.stele.command.screening.list.ListRecord;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.CandidateVerdict;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.Question;
import org.stele.events.screening.Screener;
import org.stele.events.screening.ScreenerSettings;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;
import org.stele.events.screening.list.ListStatus;

/**
 * A ScreenedSubjects generates versions of a list, and screenings with a confirmed verdict on three of its entries: four
 * events each, of States in turn. One entry is nobody's candidate unless it is asked for.
 */
final class ScreenedSubjects {

    /** As many as the Consolidated List has. */
    static final int ENTRIES = 1_000;

    /** The entry that is set apart. */
    static final int APART = ENTRIES - 1;

    static final int EVENTS_EACH = 4;

    private static final int SCREENINGS_AN_APPEND = 250;
    private static final int CANDIDATES = 3;
    private static final int A_PREFIX = 500;

    private final SplittableRandom random;
    private final ConsolidatedList first = version(1, 0, 0);
    private int made;

    ScreenedSubjects(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The version that all screenings searched. */
    ListVersionLoaded loaded() {
        return new ListVersionLoaded(
                ListRecord.LIST,
                "NOT_STATED",
                first.dateGenerated(),
                first.sha256(),
                first.entriesCount(),
                ListStatus.CURRENT,
                List.of(),
                null,
                null,
                first.entries());
    }

    /** A version in which the entries of a range differ from those of the first. */
    static ConsolidatedList version(int day, int from, int to) {
        StringBuilder xml = new StringBuilder(String.format(
                Locale.ROOT,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>%n<CONSOLIDATED_LIST dateGenerated=\"2026-01-%02dT00:00:00Z\">"
                        + "<INDIVIDUALS>%n",
                day));
        for (int entry = 0; entry < ENTRIES; entry++) {
            xml.append("<INDIVIDUAL><DATAID>")
                    .append(9_000_000 + entry)
                    .append("</DATAID><FIRST_NAME>INVENTED ")
                    .append(entry >= from && entry < to ? day : 1)
                    .append("</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>")
                    .append(reference(entry))
                    .append("</REFERENCE_NUMBER></INDIVIDUAL>\n");
        }
        return ConsolidatedListReader.read(xml.append("</INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>")
                .toString()
                .getBytes(UTF_8));
    }

    private static String reference(int entry) {
        return String.format(Locale.ROOT, "%s.%03d", entry < A_PREFIX ? "KPi" : "LYi", entry % A_PREFIX + 1);
    }

    /** So many screenings, in appends; each on entries that are drawn, and not on the one apart. */
    Iterator<List<CaseEvent>> screenings(int count) {
        return IntStream.iterate(count, left -> left > 0, left -> left - SCREENINGS_AN_APPEND)
                .mapToObj(left -> {
                    List<CaseEvent> events = new ArrayList<>();
                    for (int i = 0; i < Math.min(left, SCREENINGS_AN_APPEND); i++) {
                        List<Integer> drawn = random.ints(0, APART)
                                .distinct()
                                .limit(CANDIDATES)
                                .boxed()
                                .toList();
                        events.addAll(screening(drawn));
                    }
                    return events;
                })
                .iterator();
    }

    /** One screening, with a confirmed verdict on these entries. */
    List<CaseEvent> screening(List<Integer> entries) {
        MemberState state = MemberState.values()[made++ % MemberState.values().length];
        FilingId id = new FilingId(uuid());
        SubjectRef subject = new SubjectRef(uuid());
        List<Candidate> candidates = entries.stream().map(this::candidate).toList();
        return List.of(
                new ScreeningRequested(state, id, subject, SubjectKind.PERSON, Question.DESIGNATION, Trigger.PERIODIC),
                new ScreeningHitsRecorded(
                        state,
                        id,
                        subject,
                        SubjectKind.PERSON,
                        Question.DESIGNATION,
                        Trigger.PERIODIC,
                        Screener.YENTE,
                        first.sha256(),
                        new ScreenerSettings("logic-v1", "1.4.0", new BigDecimal("0.7"), null, 10, null),
                        candidates,
                        List.of()),
                proposed(state, id, candidates),
                new ScreeningVerdictConfirmed(state, id, Disposition.FALSE_POSITIVE, "analyst-12", "reviewer-3", null));
    }

    private static ScreeningVerdictProposed proposed(MemberState state, FilingId id, List<Candidate> candidates) {
        return new ScreeningVerdictProposed(
                state,
                id,
                Disposition.FALSE_POSITIVE,
                candidates.stream()
                        .map(candidate -> new CandidateVerdict(
                                candidate.entry(),
                                Disposition.FALSE_POSITIVE,
                                "OTHER-PERSON",
                                "Another person: year of birth and place of birth differ, and so does the occupation."))
                        .toList(),
                null,
                null,
                null,
                List.of(),
                "analyst-12",
                null,
                null);
    }

    private Candidate candidate(int entry) {
        TreeMap<String, BigDecimal> features = new TreeMap<>();
        for (String feature : List.of("name_match", "country_mismatch", "dob_year_disjoint", "identifier_match")) {
            features.put(feature, BigDecimal.valueOf(random.nextInt(100), 2));
        }
        BigDecimal score = BigDecimal.valueOf(70 + random.nextInt(30), 2);
        return new Candidate(reference(entry), 9_000_000L + entry, score, true, features);
    }

    private UUID uuid() {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63);
    }
}

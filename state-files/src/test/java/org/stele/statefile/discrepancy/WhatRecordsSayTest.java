package org.stele.statefile.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.stele.events.ObligationId;
import org.stele.statefile.Attestation;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.Days;
import org.stele.statefile.FiledRecords;
import org.stele.statefile.Notice;
import org.stele.statefile.NoticeVersion;
import org.stele.statefile.StateFile;
import org.stele.statefile.inview.AsOf;
import org.stele.statefile.inview.InView;
import org.stele.statefile.inview.KnownAttestations;
import org.stele.statefile.inview.KnownReports;
import org.stele.statefile.inview.SubmittedFiling;

/** What a file keeps of its records' days says what each record says, in files of every size and in views drawn from a seed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WhatRecordsSayTest {

    private static final int FILES = 60;
    private static final int VIEWS = 10;

    @RepeatedTest(4)
    void as_each_record_itself(RepetitionInfo run) {
        Random random = new Random(Long.getLong("seed", 2375 + run.getCurrentRepetition()));
        int days = 30 * run.getCurrentRepetition();
        for (int i = 0; i < FILES; i++) {
            StateFile whole = DrawnFiles.next(random, 1 + random.nextInt(80), days);
            for (int j = 0; j < VIEWS; j++) {
                StateFile file = whole.upTo(random.nextLong(whole.lastPosition() + 1))
                        .upTo(random.nextLong(whole.lastPosition() + 1));
                AsOf cut = new AsOf(day(random, days), day(random, days));
                assertThat(KnownAttestations.of(file.attestations(), cut).inView())
                        .containsExactlyElementsOf(attestations(file, cut));
                assertThat(KnownAttestations.of(file.attestations(), cut).submitted())
                        .containsExactlyElementsOf(submitted(file, cut));
                assertThat(InView.notices(file, cut)).containsExactlyElementsOf(notices(file, cut));
                sameReports(file, cut);
                sameOnEveryDayOnceSettled(file, days);
            }
        }
    }

    private static LocalDate day(Random random, int days) {
        return DrawnFiles.FIRST_DAY.plusDays(random.nextInt(2 * days));
    }

    private static List<AttestationReading> attestations(StateFile file, AsOf cut) {
        return file.attestations().stream()
                .map(one -> one.knownAt(cut.knownOn()).orElse(null))
                .filter(Objects::nonNull)
                .filter(one -> Days.isBy(one.effectiveDay(), cut.effectiveOn()))
                .toList();
    }

    private static List<SubmittedFiling> submitted(StateFile file, AsOf cut) {
        List<SubmittedFiling> all = new ArrayList<>();
        file.attestations().forEach(one -> SubmittedFiling.addTo(all, one, cut.knownOn()));
        return all;
    }

    private static List<NoticeVersion> notices(StateFile file, AsOf cut) {
        return file.notices().stream()
                .map((Notice one) -> one.knownAt(cut.knownOn()).orElse(null))
                .filter(Objects::nonNull)
                .filter(one -> Days.isBy(one.effectiveDay(), cut.effectiveOn()))
                .toList();
    }

    private static void sameReports(StateFile file, AsOf cut) {
        KnownReports expected = new KnownReports(ObligationId.REP_MID, cut.day());
        for (Attestation one : file.attestations()) {
            if (one.obligation() == ObligationId.REP_MID) {
                expected.add(one, one.knownAt(cut.day()).orElse(null));
            }
        }
        KnownReports found = KnownAttestations.of(file.attestations(), cut).midterm();
        assertThat(found.latest()).isEqualTo(expected.latest());
        assertThat(found.firstReceived()).isEqualTo(expected.firstReceived());
        assertThat(found.perhapsReceived()).isEqualTo(expected.perhapsReceived());
    }

    private static void sameOnEveryDayOnceSettled(StateFile file, int days) {
        FiledRecords<Attestation> records = FiledRecords.copyOf(file.attestations());
        int first = (int) DrawnFiles.FIRST_DAY.toEpochDay();
        for (int i = 0; i < records.size(); i++) {
            Object settled = null;
            for (int day = first; day < first + 2 * days; day++) {
                Object known = records.knownAt(i, day);
                assertThat(known)
                        .isEqualTo(records.get(i)
                                .knownAt(LocalDate.ofEpochDay(day))
                                .orElse(null));
                assertThat(settled == null || settled.equals(known)).isTrue();
                settled = records.isSettledBy(i, day) ? known : settled;
            }
        }
    }
}

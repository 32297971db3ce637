package org.stele.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.MemberState;
import org.stele.events.Tags;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.fsck.TestDamage;
import org.stele.eventstore.read.LedgerBulkReader;
import org.stele.query.testing.TestLedger;
import org.stele.statefile.StateFile;
import org.stele.statefile.StateFileBuilder;

/** Damage ends a replay; damage that two persons accepted holds back the file of its State alone, by whatever way it is folded. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AcceptedDamageTest {

    private static final int THREADS = 2;

    @Test
    void one_damaged_event_does_not_stop_the_other_States() throws Exception {
        try (TestLedger ledger = new TestLedger()) {
            ledger.appendTables();
            Replay replay = new Replay(
                    ledger.reader(), new LedgerBulkReader(ledger.database().projection()), new EventDecoder());
            Map<MemberState, StateFile> before =
                    replay.all(ledger.reader().head(), THREADS).files();
            long damaged = secondOf(ledger, MemberState.RUS);
            TestDamage damage = new TestDamage(ledger.database(), damaged);
            damage.set("body = convert_to(replace(convert_from(body, 'UTF8'), 'RUS', 'POL'), 'UTF8')");
            assertThatThrownBy(() -> replay.all(ledger.reader().head(), THREADS))
                    .isInstanceOf(LedgerDamaged.class);
            assertThatThrownBy(
                            () -> replay.from(MemberState.RUS, ledger.reader().head()))
                    .isInstanceOf(LedgerDamaged.class);

            long head;
            try (var writer = org.stele.eventstore.TestLedger.on(ledger.database())) {
                head = damage.accept(writer, "a", "b");
            }

            for (LedgerFold folding : new LedgerFold[] {replay.all(head, 1), replay.all(head, THREADS)}) {
                assertThat(folding.held().all()).hasSize(1);
                assertThat(Objects.requireNonNull(folding.held().of(MemberState.RUS))
                                .from())
                        .isEqualTo(damaged);
                assertThat(withoutRus(folding.files())).isEqualTo(withoutRus(before));
            }
            StateFileBuilder rus = replay.from(MemberState.RUS, head);
            assertThat(Objects.requireNonNull(rus.held()).from()).isEqualTo(damaged);
            assertThat(rus.toStateFile())
                    .isEqualTo(replay.from(MemberState.RUS, damaged - 1).toStateFile());
            StateFileBuilder poland = replay.from(MemberState.POL, head);
            assertThat(poland.held()).isNull();
            assertThat(poland.toStateFile()).isEqualTo(before.get(MemberState.POL));
        }
    }

    private static long secondOf(TestLedger ledger, MemberState state) {
        Selection ofState = Selection.tag(Tags.MEMBER_STATE + "=" + state.iso3());
        return ledger.reader()
                .read(ofState, 0, ledger.reader().head(), 2)
                .getLast()
                .position();
    }

    private static Map<MemberState, StateFile> withoutRus(Map<MemberState, StateFile> files) {
        Map<MemberState, StateFile> others = new EnumMap<>(files);
        others.remove(MemberState.RUS);
        return others;
    }
}

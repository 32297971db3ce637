package org.stele.ledger.submitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.ledger.submitter.SubmitterFinding.Status;

/** Forged, repeated, swapped and altered filings: none is accepted, and beside each one that is true is. {@code -DforgedFilings} prolongs a run. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgedFilingsTest {

    private static final int MANY = Integer.getInteger("forgedFilings", 1_000);

    @Test
    void no_forged_filing_is_accepted_and_every_true_one_beside_it_is() {
        long seed = Long.getLong("seed", Boolean.getBoolean("newSeed") ? System.nanoTime() : 2_397);
        System.out.println("-Dseed=" + seed);
        Map<Forgery, Integer> tried = new EnumMap<>(Forgery.class);
        for (int number = 0; number < MANY; number++) {
            Forgery forgery = Forgery.values()[number % Forgery.values().length];
            Random random = new Random(seed + number);
            ForgedLedger ledger = new ForgedLedger();

            SubmitterFinding found = ledger.event(forgery.state(), forgery.body(ledger, random));

            assertThat(found.status())
                    .as("%s %s: %s", forgery, number, found)
                    .isIn(Status.FAILED, Status.NONE, Status.UNSIGNED);
            ledger.mustAccept("NOR", forgery == Forgery.REPLAYED ? ledger.signed(random) : ledger.original(random));
            tried.merge(forgery, 1, Integer::sum);
        }
        System.out.println(MANY + " forged filings, 0 accepted; as many true ones, all accepted: " + tried);
    }
}

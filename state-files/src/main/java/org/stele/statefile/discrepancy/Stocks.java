package org.stele.statefile.discrepancy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.PartialDate;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.AttestationTrait;

/** The stocks in view in the order of 4.3: by day, then by the last day of receipt, then by position. */
final class Stocks {

    private static final Comparator<Stock> ORDER = (one, other) -> {
        int byDay = Integer.compare(one.day(), other.day());
        return byDay != 0 ? byDay : one.attestation().compareReceipt(other.attestation());
    };

    private final List<Stock> stocks;
    private final DayCounts days;
    private final boolean hasZero;

    private Stocks(List<Stock> stocks) {
        this.stocks = stocks;
        int[] inOrder = new int[stocks.size()];
        boolean zero = false;
        for (int i = 0; i < inOrder.length; i++) {
            inOrder[i] = stocks.get(i).day();
            zero |= stocks.get(i).count() == 0;
        }
        days = new DayCounts(inOrder);
        hasZero = zero;
    }

    static Stocks of(List<AttestationReading> attestations, int effectiveOn) {
        List<Stock> stocks = new ArrayList<>();
        for (AttestationReading attestation : attestations) {
            Stock stock = of(attestation, effectiveOn);
            if (stock != null) {
                stocks.add(stock);
            }
        }
        stocks.sort(ORDER);
        return new Stocks(stocks);
    }

    /** That of an attestation; null where it has none. */
    static @Nullable Stock of(AttestationReading attestation, int effectiveOn) {
        if (attestation.remaining() == AttestationReading.NOT_STATED) {
            return attestation.is(AttestationTrait.DECLARES_NIL)
                    ? new Stock(attestation, attestation.effectiveEpochDay(), 0)
                    : null;
        }
        PartialDate asOf = attestation.workers().remainingAsOf();
        if (asOf == null) {
            return new Stock(attestation, attestation.effectiveEpochDay(), attestation.remaining());
        }
        return asOf.lastEpochDay() <= effectiveOn
                ? new Stock(attestation, asOf.lastEpochDay(), attestation.remaining())
                : null;
    }

    List<Stock> inOrder() {
        return stocks;
    }

    /** The last with a day on or before this one; null where there is none. */
    @Nullable
    Stock lastBy(int day) {
        int count = countBy(day);
        return count == 0 ? null : stocks.get(count - 1);
    }

    /** The same of any attestation but one. */
    @Nullable
    Stock lastByAnother(int day, AttestationReading one) {
        for (int i = countBy(day) - 1; i >= 0; i--) {
            if (stocks.get(i).attestation() != one) {
                return stocks.get(i);
            }
        }
        return null;
    }

    /** The first with a day on or after this one; null where there is none. */
    @Nullable
    Stock firstFrom(int day) {
        int before = countBy(day - 1);
        return before == stocks.size() ? null : stocks.get(before);
    }

    /** The last with a day on or before this one, if that is a zero: z(d). */
    @Nullable
    Stock zeroBy(int day) {
        if (!hasZero) {
            return null;
        }
        Stock last = lastBy(day);
        return last != null && last.count() == 0 ? last : null;
    }

    private int countBy(int day) {
        return days.upTo(day);
    }
}

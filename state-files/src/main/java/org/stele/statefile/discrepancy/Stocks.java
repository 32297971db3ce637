package org.stele.statefile.discrepancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.inview.RemainingFigure;

/** The stocks in view in the order of 4.3: by day, then by the last day of receipt, then by position. */
final class Stocks {

    private static final Comparator<Stock> ORDER = Comparator.comparing(Stock::day)
            .thenComparing(stock -> stock.attestation().received().lastDay())
            .thenComparing(stock -> stock.attestation().version().position());

    private final List<Stock> stocks;
    private final Map<FilingId, Stock> byAttestation = new HashMap<>();

    private Stocks(List<Stock> stocks) {
        this.stocks = stocks;
        stocks.forEach(stock -> byAttestation.put(stock.attestation().id(), stock));
    }

    static Stocks of(List<AttestationReading> attestations, LocalDate effectiveOn) {
        List<Stock> stocks = new ArrayList<>();
        for (AttestationReading attestation : attestations) {
            Stock stock = stock(attestation, effectiveOn);
            if (stock != null) {
                stocks.add(stock);
            }
        }
        stocks.sort(ORDER);
        return new Stocks(stocks);
    }

    private static @Nullable Stock stock(AttestationReading attestation, LocalDate effectiveOn) {
        if (attestation.workers().remaining() == null) {
            return attestation.content().declaredNil() ? new Stock(attestation, attestation.effectiveDay(), 0) : null;
        }
        return RemainingFigure.stated(attestation, effectiveOn)
                .map(figure -> new Stock(attestation, figure.effectiveOn(), figure.count()))
                .orElse(null);
    }

    List<Stock> inOrder() {
        return stocks;
    }

    /** That of an attestation; null where it has none. */
    @Nullable
    Stock of(AttestationReading attestation) {
        return byAttestation.get(attestation.id());
    }

    /** The last with a day on or before this one; null where there is none. */
    @Nullable
    Stock lastBy(LocalDate day) {
        int count = countBy(day);
        return count == 0 ? null : stocks.get(count - 1);
    }

    /** The same of any attestation but one. */
    @Nullable
    Stock lastByAnother(LocalDate day, AttestationReading one) {
        for (int i = countBy(day) - 1; i >= 0; i--) {
            if (!stocks.get(i).attestation().id().equals(one.id())) {
                return stocks.get(i);
            }
        }
        return null;
    }

    /** The first with a day on or after this one; null where there is none. */
    @Nullable
    Stock firstFrom(LocalDate day) {
        int before = countBy(day.minusDays(1));
        return before == stocks.size() ? null : stocks.get(before);
    }

    /** The last with a day on or before this one, if that is a zero: z(d). */
    @Nullable
    Stock zeroBy(LocalDate day) {
        Stock last = lastBy(day);
        return last != null && last.count() == 0 ? last : null;
    }

    private int countBy(LocalDate day) {
        int from = 0;
        int to = stocks.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (stocks.get(middle).day().isAfter(day)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }
}

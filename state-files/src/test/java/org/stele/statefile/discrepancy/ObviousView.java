package org.stele.statefile.discrepancy;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.BaselineBasis;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.Figures;
import org.stele.events.repatriation.Outcome;
import org.stele.statefile.Arrival;
import org.stele.statefile.Attestation;
import org.stele.statefile.AttestationVersion;
import org.stele.statefile.DatedFact;
import org.stele.statefile.DeclaredBaseline;
import org.stele.statefile.Evidence;
import org.stele.statefile.FiledVersion;
import org.stele.statefile.Notice;
import org.stele.statefile.StateFile;

/** What is in view, and the words of 4.5, as the text of the rules says them; slow, and easy to compare with the text. */
final class ObviousView {

    static final LocalDate ADOPTED = LocalDate.of(2017, 12, 22);
    private static final Figures NONE = new Figures(null, null, null, null);

    private final LocalDate effectiveOn;
    private final LocalDate knownOn;
    final List<Report> reports = new ArrayList<>();
    final List<Leaving> notices = new ArrayList<>();
    final List<Leaving> arrivals = new ArrayList<>();
    final List<Point> points = new ArrayList<>();
    final List<Evidence> evidence = new ArrayList<>();
    final List<Remaining> stocks = new ArrayList<>();

    record Report(FilingId id, long position, AttestationContent content, PartialDate received, long version) {

        Figures workers() {
            return content.workers() == null ? NONE : content.workers();
        }

        LocalDate effectiveDay() {
            LocalDate received = this.received.lastDay();
            return content.periodTo() != null && content.periodTo().lastDay().isBefore(received)
                    ? content.periodTo().lastDay()
                    : received;
        }

        boolean hasPeriod() {
            return content.periodFrom() != null && content.periodTo() != null;
        }

        LocalDate begin() {
            return content.periodFrom() == null ? ADOPTED : content.periodFrom().firstDay();
        }

        boolean hasFlow() {
            return hasPeriod() && workers().repatriated() != null;
        }

        int repatriated() {
            return workers().repatriated() == null ? 0 : workers().repatriated().value();
        }
    }

    record Leaving(FilingId id, long position, PartialDate day, int count, Outcome outcome, PartialDate received) {}

    record Point(FilingId id, long position, BaselineBasis basis, LocalDate day, int count) {}

    record Remaining(Report report, LocalDate day, int count) {}

    ObviousView(StateFile file, LocalDate effectiveOn, LocalDate knownOn) {
        this.effectiveOn = effectiveOn;
        this.knownOn = knownOn;
        file.attestations().forEach(this::see);
        file.notices().forEach(this::see);
        file.arrivals().forEach(this::see);
        file.baselines().forEach(this::see);
        file.evidence().stream()
                .filter(one -> isBy(one.received(), knownOn) && isBy(one.asOf(), effectiveOn))
                .filter(one -> one.resolutions().stream().noneMatch(told -> isBy(told.on(), knownOn)))
                .forEach(evidence::add);
        stocks.sort(Comparator.comparing(Remaining::day)
                .thenComparing(stock -> stock.report().received().lastDay())
                .thenComparing(stock -> stock.report().version()));
    }

    private static boolean isBy(PartialDate date, LocalDate day) {
        return !date.lastDay().isAfter(day);
    }

    private void see(Attestation attestation) {
        AttestationVersion latest = null;
        for (AttestationVersion version : attestation.versions()) {
            latest = version.received() != null && isBy(version.received(), knownOn) ? version : latest;
        }
        PartialDate first = attestation.versions().getFirst().received();
        if (latest == null || first == null || !isBy(first, knownOn) || isWithdrawn(attestation.withdrawals())) {
            return;
        }
        Report report = new Report(
                attestation.id(),
                attestation.versions().getFirst().position(),
                latest.content(),
                requireNonNull(latest.received()),
                latest.position());
        if (report.effectiveDay().isAfter(effectiveOn)) {
            return;
        }
        reports.add(report);
        stock(report);
        var baseline = report.workers().baseline();
        if (baseline != null && baseline.count() != null) {
            LocalDate early = report.effectiveDay().isBefore(ADOPTED) ? report.effectiveDay() : ADOPTED;
            LocalDate day = report.content().periodFrom() == null ? early : report.begin();
            points.add(new Point(
                    report.id(),
                    report.position(),
                    requireNonNull(baseline.basis()),
                    day,
                    baseline.count().value()));
        }
    }

    private boolean isWithdrawn(List<DatedFact> withdrawals) {
        return !withdrawals.isEmpty() && isBy(withdrawals.getLast().on(), knownOn);
    }

    private void stock(Report report) {
        Figures workers = report.workers();
        if (workers.remaining() == null) {
            if (report.content().declaredNil()) {
                stocks.add(new Remaining(report, report.effectiveDay(), 0));
            }
        } else if (workers.remainingAsOf() == null) {
            stocks.add(new Remaining(
                    report, report.effectiveDay(), workers.remaining().value()));
        } else if (isBy(workers.remainingAsOf(), effectiveOn)) {
            stocks.add(new Remaining(
                    report,
                    workers.remainingAsOf().lastDay(),
                    workers.remaining().value()));
        }
    }

    private <V extends FiledVersion> @Nullable V known(List<V> versions, List<DatedFact> withdrawals) {
        V latest = null;
        for (V version : versions) {
            latest = isBy(version.received(), knownOn) ? version : latest;
        }
        boolean known = isBy(versions.getFirst().received(), knownOn) && !isWithdrawn(withdrawals);
        if (latest == null || !known) {
            return null;
        }
        LocalDate day = latest.day().lastDay();
        LocalDate received = latest.received().lastDay();
        return (day.isBefore(received) ? day : received).isAfter(effectiveOn) ? null : latest;
    }

    private void see(Notice notice) {
        var version = known(notice.versions(), notice.withdrawals());
        if (version != null && version.category() == PersonsCategory.WORKER && version.count() != null) {
            if (version.count().value() > 0) {
                notices.add(new Leaving(
                        version.id(),
                        version.filedAt(),
                        version.departed(),
                        version.count().value(),
                        version.outcome(),
                        version.received()));
            }
        }
    }

    private void see(Arrival arrival) {
        var version = known(arrival.versions(), arrival.withdrawals());
        if (version != null && version.category() == PersonsCategory.WORKER) {
            arrivals.add(new Leaving(
                    version.id(),
                    version.filedAt(),
                    version.day(),
                    version.count().value(),
                    Outcome.REPATRIATED,
                    version.received()));
        }
    }

    private void see(DeclaredBaseline declared) {
        var version = known(declared.versions(), declared.withdrawals());
        if (version != null
                && version.category() == PersonsCategory.WORKER
                && version.baseline().count() != null) {
            points.add(new Point(
                    version.id(),
                    version.filedAt(),
                    requireNonNull(version.baseline().basis()),
                    version.asOf().firstDay(),
                    version.baseline().count().value()));
        }
    }

    Stream<Report> flows() {
        return reports.stream().filter(Report::hasFlow);
    }

    long arrivals(LocalDate after, LocalDate by) {
        return sum(
                arrivals,
                one -> one.day().lastDay().isAfter(after)
                        && !one.day().firstDay().isAfter(by));
    }

    static Predicate<Leaving> within(LocalDate from, LocalDate to) {
        return one ->
                !one.day().firstDay().isBefore(from) && !one.day().lastDay().isAfter(to);
    }

    long notices(Outcome outcome, LocalDate from, LocalDate to) {
        return sum(notices, within(from, to).and(one -> one.outcome() == outcome));
    }

    static long sum(List<Leaving> all, Predicate<Leaving> which) {
        return all.stream().filter(which).mapToLong(Leaving::count).sum();
    }

    @Nullable
    Remaining lastBy(LocalDate day, Predicate<Remaining> which) {
        return stocks.stream()
                .filter(which)
                .filter(stock -> !stock.day().isAfter(day))
                .reduce((_, last) -> last)
                .orElse(null);
    }

    @Nullable
    Remaining firstFrom(LocalDate day) {
        return stocks.stream()
                .filter(stock -> !stock.day().isBefore(day))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Remaining zero(LocalDate day) {
        Remaining last = lastBy(day, _ -> true);
        return last != null && last.count() == 0 ? last : null;
    }
}

package org.stele.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A SigningBenchmark appends with the signer on and off, in turns, and reads from the database how long each event
 * waited for the checkpoint that covers it.
 */
@Command(name = "signing", description = "Appends with and without signing, and how soon a checkpoint covers them.")
final class SigningBenchmark extends LoadBenchmark {

    @Option(names = "--submitters", defaultValue = "8,64,512", split = ",", description = "Concurrent submitters.")
    List<Integer> submitters = List.of();

    /** @param medianLag, p99Lag from an event's recording to its checkpoint's, in milliseconds */
    private record Signed(Load load, double medianLag, double p99Lag) {}

    private record Turn(int submitters, Load unsigned, Signed signed) {

        double part() {
            return signed.load().rate().perSecond() / unsigned.rate().perSecond();
        }
    }

    @Override
    String run() throws Exception {
        try (DurableServer server = DurableServer.start()) {
            List<Turn> turns = new ArrayList<>();
            for (int round = 1 - warmUps; round <= rounds; round++) {
                for (int count : submitters) {
                    Turn turn = turn(server, round, count);
                    say(String.format(
                            Locale.ROOT,
                            "round %s, %s submitters: signed %.2f of not signed; covered after %.0f ms, p99 %.0f ms",
                            round,
                            count,
                            turn.part(),
                            turn.signed().medianLag(),
                            turn.signed().p99Lag()));
                    if (round > 0) {
                        turns.add(turn);
                    }
                }
            }
            return markdown(Surroundings.of(server), turns);
        }
    }

    /** The order of the two alternates from round to round. */
    private Turn turn(DurableServer server, int round, int count) throws Exception {
        if (round % 2 == 0) {
            Load unsigned = unsigned(server, round, count);
            return new Turn(count, unsigned, signed(server, round, count));
        }
        Signed signed = signed(server, round, count);
        return new Turn(count, unsigned(server, round, count), signed);
    }

    private Load unsigned(DurableServer server, int round, int count) throws Exception {
        try (LedgerDatabase database = LedgerDatabase.create(server, "unsigned")) {
            return load(database, round, count, null);
        }
    }

    private Signed signed(DurableServer server, int round, int count) throws Exception {
        try (LedgerDatabase database = LedgerDatabase.create(server, "signed");
                SignedDatabase signing = SignedDatabase.start(database)) {
            Load load = load(database, round, count, signing);
            return new Signed(load, lag(database, 0.5), lag(database, 0.99));
        }
    }

    private Load load(LedgerDatabase database, int round, int count, @Nullable SignedDatabase signing)
            throws Exception {
        try (SteleContestant stele = new SteleContestant(database)) {
            Load load = watched(round > 0, () -> Load.of(stele, count, Duration.ofSeconds(seconds), round));
            if (signing != null) {
                signing.awaitSigned(load.rate().events());
            }
            return load;
        }
    }

    /** Both times are from the database's clock. */
    private static double lag(LedgerDatabase database, double part) throws SQLException {
        return database.number("""
                SELECT round(1000 * percentile_cont(%s) WITHIN GROUP (ORDER BY extract(epoch FROM c.signed_at - e.recorded_at)))
                FROM ledger.event e CROSS JOIN LATERAL (
                    SELECT signed_at FROM ledger.checkpoint
                    WHERE log = 'ledger' AND size >= e.position ORDER BY size LIMIT 1) c
                """.formatted(part));
    }

    private String markdown(Surroundings surroundings, List<Turn> turns) {
        String lines = turns.stream()
                .map(Turn::submitters)
                .distinct()
                .map(count -> line(
                        count,
                        turns.stream()
                                .filter(turn -> turn.submitters() == count)
                                .toList()))
                .collect(Collectors.joining("\n"));
        return """
                %s- Each %s s each time; cells are the median of %s rounds, with the least and the greatest in parentheses

                | Submitters | Not signed, events/s | Signed, events/s | Signed / not signed | Covered after, median, ms | p99, ms |
                |---:|---:|---:|---:|---:|---:|
                %s
                """.formatted(surroundings.markdown(), seconds, rounds, lines);
    }

    private static String line(int count, List<Turn> turns) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s |",
                count,
                cell(turns, "%,.0f", turn -> turn.unsigned().rate().perSecond()),
                cell(turns, "%,.0f", turn -> turn.signed().load().rate().perSecond()),
                cell(turns, "%.2f", Turn::part),
                cell(turns, "%,.0f", turn -> turn.signed().medianLag()),
                cell(turns, "%,.0f", turn -> turn.signed().p99Lag()));
    }

    private static String cell(List<Turn> turns, String format, ToDoubleFunction<Turn> value) {
        return Spread.of(turns.stream().mapToDouble(value)).text(format);
    }
}

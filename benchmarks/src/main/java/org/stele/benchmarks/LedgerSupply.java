package org.stele.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.stele.command.axon.DeclaredTags;
import org.stele.events.Actor;
import org.stele.events.EventJson;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.StateEvent;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.axon.RecordedEvent;
import org.stele.eventstore.event.Body;
import org.stele.eventstore.event.CommandKey;
import org.stele.ledger.Commitment;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.Tile;
import org.stele.ledger.TreeHash;

/**
 * A LedgerSupply fills an empty ledger with the wanted number of events, in the rows that the engine would have
 * written: bodies, leaves, chains, tags, tiles and commands, all of which fsck finds sound. Only the sequencer is left
 * out.
 */
public final class LedgerSupply {

    /**
     * A Plan is the composition of a supply.
     *
     * @param quotas the number of events about some States; the others share the rest
     */
    public record Plan(long events, Map<MemberState, Long> quotas, long seed) {

        public Plan {
            Map<MemberState, Long> own = new EnumMap<>(MemberState.class);
            own.putAll(quotas);
            quotas = own;
            if (quotas.values().stream().mapToLong(Long::longValue).sum() > events) {
                throw new IllegalArgumentException("The quotas are more than " + events + " events");
            }
        }
    }

    /** The last event of a State. */
    private record StateHead(long sequence, Hash leafHash) {}

    private static final Instant FIRST = Instant.parse("2020-01-01T05:00:00Z");
    private static final Duration SPAN = Duration.ofDays(5 * 365);
    private static final int BATCH_EVENTS = 10_000;

    private final Plan plan;
    private final Filings filings;
    private final Map<MemberState, Long> left;
    private final List<MemberState> others;
    private final Map<MemberState, StateHead> heads = new EnumMap<>(MemberState.class);
    private final Frontier frontier = new Frontier();

    private LedgerSupply(Plan plan) {
        this.plan = plan;
        this.filings = new Filings(plan.seed());
        this.left = new EnumMap<>(plan.quotas());
        this.others = new ArrayList<>(List.of(MemberState.values()));
        others.removeAll(plan.quotas().keySet());
    }

    /**
     * Fills an empty ledger.
     *
     * @param command of the role that may INSERT
     * @param progress receives the number of events written
     */
    public static void fill(DataSource command, Plan plan, LongConsumer progress) throws SQLException {
        LedgerSupply supply = new LedgerSupply(plan);
        try (SupplyWriter writer = SupplyWriter.open(command)) {
            SupplyRows rows = new SupplyRows();
            for (long position = 1; position <= plan.events(); position++) {
                supply.add(position, rows);
                if (position % BATCH_EVENTS == 0 || position == plan.events()) {
                    // The next rows are computed while these are written.
                    writer.write(rows);
                    rows = new SupplyRows();
                    progress.accept(position);
                }
            }
        }
    }

    private void add(long position, SupplyRows rows) {
        MemberState state = state(position);
        StateEvent event = filings.next(state);
        UUID id = filings.uuid();
        UUID command = filings.uuid();
        CommandKey key = new CommandKey(
                state.iso3(), command, Hash.sha256(command.toString().getBytes(UTF_8)));
        Instant at =
                FIRST.plus(SPAN.dividedBy(plan.events()).multipliedBy(position)).truncatedTo(ChronoUnit.MICROS);
        Body body = body(event, key, at);
        byte[] bytes = body.encode();
        byte[] salt = filings.bytes(Commitment.SALT_BYTES);
        @Nullable StateHead previous = heads.get(state);
        Leaf leaf = new Leaf(
                position,
                id,
                at,
                state.iso3(),
                previous == null ? 1 : previous.sequence() + 1,
                previous == null ? null : previous.leafHash(),
                Commitment.of(salt, bytes));
        byte[] encoded = leaf.encode();
        Hash leafHash = TreeHash.leaf(encoded);
        heads.put(state, new StateHead(previous == null ? 1 : previous.sequence() + 1, leafHash));
        rows.event(position, id, body, at, bytes, salt, encoded, leafHash);
        rows.command(key, position);
        frontier.append(leafHash, (Tile tile) -> rows.tile(tile));
    }

    /** Quotas are met exactly, and their events are scattered over the whole ledger. */
    private MemberState state(long position) {
        long drawn = filings.below(plan.events() - position + 1);
        for (Map.Entry<MemberState, Long> quota : left.entrySet()) {
            if (drawn < quota.getValue()) {
                quota.setValue(quota.getValue() - 1);
                return quota.getKey();
            }
            drawn -= quota.getValue();
        }
        return others.get((int) (drawn % others.size()));
    }

    private static Body body(StateEvent event, CommandKey key, Instant at) {
        TreeMap<String, String> metadata = new TreeMap<>(
                new Actor(event.memberState().iso3() + "-1", Role.SIGNATORY, event.memberState()).toMetadata());
        metadata.putAll(key.metadata());
        metadata.put(RecordedEvent.DECIDED_AT, at.toString());
        return new Body(
                metadata,
                EventJson.MAPPER.writeValueAsBytes(event),
                DeclaredTags.of(event).stream().map(LedgerSupply::text).toList(),
                EventTypes.name(event.getClass()),
                EventTypes.version(event.getClass()));
    }

    private static String text(Tag tag) {
        return tag.key() + "=" + tag.value();
    }
}

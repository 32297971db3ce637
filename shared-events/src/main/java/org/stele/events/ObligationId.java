package org.stele.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One duty that the Security Council laid on Member States, or {@link #OTHER} for a filing that names none.
 *
 * <p>Dates are days in New York. They are not shifted for weekends: the resolutions have no such rule.
 */
public enum ObligationId {
    WA_CAP("WA-CAP", "S/RES/2371 (2017), para. 11", LocalDate.of(2017, 8, 5), null),
    WA_BAN("WA-BAN", "S/RES/2375 (2017), para. 17", LocalDate.of(2017, 9, 11), null),
    WA_NOTIFY("WA-NOTIFY", "S/RES/2375 (2017), para. 17", LocalDate.of(2017, 9, 11), LocalDate.of(2017, 12, 15)),
    NIR_2270("NIR-2270", "S/RES/2270 (2016), para. 40", LocalDate.of(2016, 3, 2), LocalDate.of(2016, 5, 31)),
    NIR_2321("NIR-2321", "S/RES/2321 (2016)", LocalDate.of(2016, 11, 30), LocalDate.of(2017, 2, 28)),
    NIR_2371("NIR-2371", "S/RES/2371 (2017)", LocalDate.of(2017, 8, 5), LocalDate.of(2017, 11, 3)),
    NIR_2375("NIR-2375", "S/RES/2375 (2017)", LocalDate.of(2017, 9, 11), LocalDate.of(2017, 12, 10)),
    NIR_2397("NIR-2397", "S/RES/2397 (2017)", LocalDate.of(2017, 12, 22), LocalDate.of(2018, 3, 22)),
    REP_MID("REP-MID", "S/RES/2397 (2017), para. 8", LocalDate.of(2018, 12, 22), LocalDate.of(2019, 3, 22)),
    REP_HALF("REP-HALF", "S/RES/2397 (2017), para. 8", LocalDate.of(2018, 12, 22), LocalDate.of(2019, 3, 22)),
    REPAT("REPAT", "S/RES/2397 (2017), para. 8", LocalDate.of(2017, 12, 22), LocalDate.of(2019, 12, 22)),
    REPAT_ATT("REPAT-ATT", "S/RES/2397 (2017), para. 8", LocalDate.of(2017, 12, 22), LocalDate.of(2019, 12, 22)),
    REP_FIN("REP-FIN", "S/RES/2397 (2017), para. 8", LocalDate.of(2019, 12, 22), LocalDate.of(2020, 3, 22)),
    OTHER("OTHER", "", null, null);

    private static final Map<String, ObligationId> BY_ID =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(ObligationId::id, Function.identity()));

    private final String id;
    private final String legalBasis;
    private final @Nullable LocalDate opensOn;
    private final @Nullable LocalDate dueOn;

    ObligationId(String id, String legalBasis, @Nullable LocalDate opensOn, @Nullable LocalDate dueOn) {
        this.id = id;
        this.legalBasis = legalBasis;
        this.opensOn = opensOn;
        this.dueOn = dueOn;
    }

    /** The obligation with this id, such as {@code REP-MID}, or empty when there is none. */
    public static Optional<ObligationId> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    @JsonCreator
    static ObligationId of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No obligation has the id " + id));
    }

    /** The id that is stored and shown, such as {@code REP-MID}. */
    @JsonValue
    public String id() {
        return id;
    }

    /** Resolution and paragraph; empty for {@link #OTHER}. */
    public String legalBasis() {
        return legalBasis;
    }

    /** The first day of the obligation; null for {@link #OTHER}. */
    public @Nullable LocalDate opensOn() {
        return opensOn;
    }

    /** The last day on which the obligation is met in time; null where it is continuous or has no date. */
    public @Nullable LocalDate dueOn() {
        return dueOn;
    }

    /** Whether an attestation may answer it: a national implementation report, one of the two reports, or another. */
    public boolean isAnsweredByAttestation() {
        return this == REP_MID || this == REP_FIN || this == OTHER || id.startsWith("NIR-");
    }

    /** The stored id, as in tags. */
    @Override
    public String toString() {
        return id;
    }
}

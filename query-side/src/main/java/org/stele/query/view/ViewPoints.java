package org.stele.query.view;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.stele.events.Audience;
import org.stele.events.NewYork;
import org.stele.eventstore.read.OpenLedger;
import org.stele.web.actor.Audiences;
import org.stele.web.page.ViewPoint;

/** Parses the view point of a request: by default today in New York, and the ledger's head. */
public final class ViewPoints {

    public static final String EFFECTIVE_ON = "effectiveOn";
    public static final String KNOWN_ON = "knownOn";
    public static final String TREE_SIZE = "treeSize";

    public static final String AUDIENCE = Audiences.PARAMETER;

    private final OpenLedger ledger;
    private final Audiences audiences;
    private final Clock clock;

    public ViewPoints(OpenLedger ledger, Audiences audiences, Clock clock) {
        this.ledger = ledger;
        this.audiences = audiences;
        this.clock = clock;
    }

    /** The parameters of a request that takes a view point and these; reading the view point ends their parsing. */
    public static Parameters parameters(HttpServletRequest request, String... more) {
        String[] names = Arrays.copyOf(more, more.length + 4);
        names[more.length] = EFFECTIVE_ON;
        names[more.length + 1] = KNOWN_ON;
        names[more.length + 2] = TREE_SIZE;
        names[more.length + 3] = AUDIENCE;
        return Parameters.of(request, names);
    }

    /** Today's calendar date in New York. */
    public LocalDate today() {
        return NewYork.dayOf(clock.instant());
    }

    /** Ends the parsing of the parameters. */
    public ViewPoint read(HttpServletRequest request, Parameters parameters) {
        LocalDate today = today();
        LocalDate effectiveOn = parameters.read(EFFECTIVE_ON, ViewPoints::date).orElse(today);
        LocalDate knownOn = parameters.read(KNOWN_ON, ViewPoints::date).orElse(today);
        return read(request, parameters, effectiveOn, knownOn, treeSize(parameters));
    }

    /** The same at a size and at today's dates, for what takes no dates. */
    public ViewPoint read(HttpServletRequest request, Parameters parameters, long treeSize) {
        LocalDate today = today();
        return read(request, parameters, today, today, treeSize);
    }

    /** Dates and a size, of the view of whoever asks. */
    public record Coordinates(LocalDate effectiveOn, LocalDate knownOn, long treeSize) {

        public ViewPoint of(ViewPoint asked) {
            return asked.withDates(effectiveOn, knownOn).withTreeSize(treeSize);
        }
    }

    /** Those of a request that names none. */
    public Coordinates present() {
        LocalDate today = today();
        return new Coordinates(today, today, ledger.head());
    }

    /** Those of a text such as {@code 2019-12-22/2020-03-22/214}, in which what is empty is as in a request that names none. */
    public Coordinates coordinates(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "Expected effectiveOn/knownOn/treeSize, such as 2019-12-22/2020-03-22/; what is empty is as by default.");
        }
        Coordinates present = present();
        return new Coordinates(
                parts[0].isEmpty() ? present.effectiveOn() : date(parts[0]),
                parts[1].isEmpty() ? present.knownOn() : date(parts[1]),
                parts[2].isEmpty() ? present.treeSize() : Parameters.number(parts[2], 0, present.treeSize()));
    }

    private ViewPoint read(
            HttpServletRequest request,
            Parameters parameters,
            LocalDate effectiveOn,
            LocalDate knownOn,
            long treeSize) {
        boolean isPublicAsked = parameters.read(AUDIENCE, Audiences::parse).isPresent();
        parameters.requireNoErrors();
        Audience reader = audiences.of(request);
        Audience audience = isPublicAsked ? Audiences.asPublic(reader) : reader;
        return new ViewPoint(effectiveOn, knownOn, treeSize, audience, reader);
    }

    /** The requested size, or the head; a size above the head is refused. */
    public long treeSize(Parameters parameters) {
        long head = ledger.head();
        return parameters
                .read(TREE_SIZE, text -> Parameters.number(text, 0, head))
                .orElse(head);
    }

    private static LocalDate date(String text) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("Expected a day that the calendar has, as YYYY-MM-DD.", e);
            }
        }
        throw new IllegalArgumentException("Expected one day as YYYY-MM-DD, such as 2019-12-22.");
    }
}

package org.stele.query.lens;

import java.time.LocalDate;
import org.stele.events.Audience;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.read.OpenLedger;
import org.stele.statefile.StateFile;
import org.stele.web.page.ViewPoint;

/** The events of a test ledger of which no filing is published. */
public final class Lenses {

    private Lenses() {}

    public static SeenEvents on(TestDatabase database) {
        return new SeenEvents(
                new BodySource(database.bodies()),
                new EventLenses((state, point) -> StateFile.empty(state), new OpenLedger(database.query())));
    }

    /** What such an audience asks for. */
    public static ViewPoint point(Audience audience) {
        return new ViewPoint(LocalDate.EPOCH, LocalDate.EPOCH, Long.MAX_VALUE, audience);
    }
}

package org.stele.command.screening;

import java.util.List;
import org.stele.events.FilingId;

/** The screenings that one command is decided on. */
public record ScreeningIds(List<FilingId> all) {

    public ScreeningIds {
        all = List.copyOf(all);
    }
}

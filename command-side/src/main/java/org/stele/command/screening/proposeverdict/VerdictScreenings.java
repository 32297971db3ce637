package org.stele.command.screening.proposeverdict;

import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;

/**
 * The screenings that a verdict is decided on.
 *
 * @param screening that it is about
 * @param supersedes the screening whose verdict it replaces; null where it replaces none
 */
public record VerdictScreenings(
        FilingId screening, @Nullable FilingId supersedes) {}

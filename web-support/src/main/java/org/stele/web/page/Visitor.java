package org.stele.web.page;

import org.jspecify.annotations.Nullable;
import org.stele.events.Actor;

/**
 * Who looks at a page, as its frame says.
 *
 * @param actor whose credential the request carries; null where nobody signed in
 */
public record Visitor(@Nullable Actor actor) {}

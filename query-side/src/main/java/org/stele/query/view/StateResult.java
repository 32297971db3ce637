package org.stele.query.view;

import org.jspecify.annotations.Nullable;
import org.stele.statefile.status.StateView;

/**
 * One State as a reader sees it.
 *
 * @param heldFrom the position from which events of the State are held back, because that one cannot be folded: the
 *     view leaves them out; null where it is complete
 */
public record StateResult(StateView view, @Nullable Long heldFrom) {}

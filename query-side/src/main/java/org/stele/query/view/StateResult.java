package org.stele.query.view;

import org.jspecify.annotations.Nullable;
import org.stele.statefile.StateFile;
import org.stele.statefile.status.StateView;

/**
 * One State as a reader sees it.
 *
 * @param file what the reader sees of the State's file, at the size of the view
 * @param heldFrom the position from which events of the State are held back, because that one cannot be folded: the
 *     view leaves them out; null where it is complete
 */
public record StateResult(
        StateFile file, StateView view, @Nullable Long heldFrom) {}

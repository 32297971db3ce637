/** Somebody reads what is sealed in one event, with a reason that is recorded. */
@NullMarked
package org.stele.command.custody.readsealeddata;

import org.jspecify.annotations.NullMarked;

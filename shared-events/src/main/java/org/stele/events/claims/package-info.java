/** Member States' claims of exceptions to paragraph 8 or of being outside it, and their disputes. */
@NullMarked
package org.stele.events.claims;

import org.jspecify.annotations.NullMarked;

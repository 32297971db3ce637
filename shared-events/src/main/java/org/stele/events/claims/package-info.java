/** What Member States claim to be excepted from paragraph 8 or outside it, and who contests that. */
@NullMarked
package org.stele.events.claims;

import org.jspecify.annotations.NullMarked;

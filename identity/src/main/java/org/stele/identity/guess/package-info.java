/** What guesses of passwords cost those who guess, and do not cost everybody else. */
@NullMarked
package org.stele.identity.guess;

import org.jspecify.annotations.NullMarked;

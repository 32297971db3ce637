/** Screenings as pages: the list, what is due for re-screening, pairings, and one screening. */
@NullMarked
package org.stele.query.page.screenings;

import org.jspecify.annotations.NullMarked;

/** The JSON API of the query side: state files, the board, and the events themselves. */
@NullMarked
package org.stele.query.api;

import org.jspecify.annotations.NullMarked;

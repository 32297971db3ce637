/** The views as files: the board, a State's file, discrepancies, changes and screenings. */
@NullMarked
package org.stele.query.export;

import org.jspecify.annotations.NullMarked;

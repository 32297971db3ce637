/** Tables with where they come from, and the files that they are written to: the same table is the same bytes. */
@NullMarked
package org.stele.query.export.file;

import org.jspecify.annotations.NullMarked;

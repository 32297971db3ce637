@NullMarked
package org.stele.query.export.file;

import org.jspecify.annotations.NullMarked;

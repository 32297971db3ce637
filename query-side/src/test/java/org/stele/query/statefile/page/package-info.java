@NullMarked
package org.stele.query.statefile.page;

import org.jspecify.annotations.NullMarked;


@NullMarked
package org.stele.query.lens;

import org.jspecify.annotations.NullMarked;

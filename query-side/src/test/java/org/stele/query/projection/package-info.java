@NullMarked
package org.stele.query.projection;

import org.jspecify.annotations.NullMarked;

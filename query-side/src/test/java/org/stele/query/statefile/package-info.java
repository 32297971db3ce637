@NullMarked
package org.stele.query.statefile;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.stele.query;

import org.jspecify.annotations.NullMarked;

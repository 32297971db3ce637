@NullMarked
package org.stele.query.log;

import org.jspecify.annotations.NullMarked;

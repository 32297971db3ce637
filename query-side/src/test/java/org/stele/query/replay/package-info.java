@NullMarked
package org.stele.query.replay;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.stele.standalone.postgres;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.stele.standalone;

import org.jspecify.annotations.NullMarked;

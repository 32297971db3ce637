/** The limits that an operator can set, and their values in this process. */
@NullMarked
package org.stele.web.limit;

import org.jspecify.annotations.NullMarked;

/** How every refusal and failure is told to a client: RFC 9457 problems with permanent codes. */
@NullMarked
package org.stele.web.problem;

import org.jspecify.annotations.NullMarked;

/** Every refusal and failure as a client gets it: RFC 9457 problems with permanent codes. */
@NullMarked
package org.stele.web.problem;

import org.jspecify.annotations.NullMarked;

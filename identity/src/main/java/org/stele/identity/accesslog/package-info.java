/** The access log: sign-ins, refusals, and reads of what is not for everybody, chained row by row. */
@NullMarked
package org.stele.identity.accesslog;

import org.jspecify.annotations.NullMarked;

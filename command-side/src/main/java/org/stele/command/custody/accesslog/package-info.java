/** Digests of the access log enter the ledger, hour by hour. */
@NullMarked
package org.stele.command.custody.accesslog;

import org.jspecify.annotations.NullMarked;

/** The access log, for auditors and the custodian: its rows, and whether they are those that the ledger recorded. */
@NullMarked
package org.stele.query.accesslog;

import org.jspecify.annotations.NullMarked;

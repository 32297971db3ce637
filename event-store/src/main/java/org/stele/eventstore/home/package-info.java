/**
 * What is kept outside the database: keys, the last checkpoint, pins and findings, in files of the home.
 *
 * <p>Uses the ledger's arithmetic and files. The signer, the checks and the audit use it.
 */
@NullMarked
package org.stele.eventstore.home;

import org.jspecify.annotations.NullMarked;

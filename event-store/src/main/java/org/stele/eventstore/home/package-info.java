/**
 * What is kept outside the database: keys, the last checkpoint, pins and findings, in files of the home.
 *
 * <p>Uses the ledger's arithmetic and files. Whoever signs, checks or audits uses it.
 */
@NullMarked
package org.stele.eventstore.home;

import org.jspecify.annotations.NullMarked;

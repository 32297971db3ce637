/**
 * A driver sends commands to a ledger in another process, keeps the answers, kills and disturbs processes, and then
 * checks that the ledger holds everything that it acknowledged.
 */
@NullMarked
package org.stele.campaigns;

import org.jspecify.annotations.NullMarked;

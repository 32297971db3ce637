/**
 * A driver sends commands to a ledger in another process, keeps what it was told, kills and disturbs what it likes, and
 * then holds the ledger to its word.
 */
@NullMarked
package org.stele.campaigns;

import org.jspecify.annotations.NullMarked;

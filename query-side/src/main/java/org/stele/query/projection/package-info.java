/**
 * The live projection: files of all Member States, folded as the ledger grows, stored with the token in one
 * transaction.
 */
@NullMarked
package org.stele.query.projection;

import org.jspecify.annotations.NullMarked;

/** What readers see: files and statuses as of two dates and a size of the ledger. */
@NullMarked
package org.stele.query.view;

import org.jspecify.annotations.NullMarked;

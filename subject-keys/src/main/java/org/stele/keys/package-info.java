/**
 * The keys of subjects: each person whom filings name, and each claim of a protected status, has a key of its own in a store apart
 * from the ledger. Destroying one makes what is sealed under it unreadable everywhere, and leaves every proof as it is.
 */
@NullMarked
package org.stele.keys;

import org.jspecify.annotations.NullMarked;

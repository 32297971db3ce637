/** What all command endpoints share: actor and key, receipts, refusals, and their description. */
@NullMarked
package org.stele.command.http;

import org.jspecify.annotations.NullMarked;

/** What all command endpoints share: who asks and under which key, receipts, refusals, and their description. */
@NullMarked
package org.stele.command.http;

import org.jspecify.annotations.NullMarked;

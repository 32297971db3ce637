/**
 * How a command comes in and what comes of it: who enters it and when, the receipt for what was recorded, the refusal.
 */
@NullMarked
package org.stele.command.entry;

import org.jspecify.annotations.NullMarked;

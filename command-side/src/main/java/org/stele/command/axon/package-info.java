/** Axon, wired by hand. Nothing else on this side touches what the framework calls internal. */
@NullMarked
package org.stele.command.axon;

import org.jspecify.annotations.NullMarked;

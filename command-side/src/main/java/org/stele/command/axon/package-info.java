/** The configuration of Axon. Nothing else on this side uses the framework's internal API. */
@NullMarked
package org.stele.command.axon;

import org.jspecify.annotations.NullMarked;

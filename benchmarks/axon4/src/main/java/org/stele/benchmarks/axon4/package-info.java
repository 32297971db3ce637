/** Axon 4's own engine on JDBC, as something that appends. Nothing of Axon 4 is seen from outside. */
@NullMarked
package org.stele.benchmarks.axon4;

import org.jspecify.annotations.NullMarked;

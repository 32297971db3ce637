/** Measurements, each beside a peer that does the same work in the same run. */
@NullMarked
package org.stele.benchmarks;

import org.jspecify.annotations.NullMarked;

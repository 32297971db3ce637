/** Single methods, measured by JMH. */
@NullMarked
package org.stele.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;

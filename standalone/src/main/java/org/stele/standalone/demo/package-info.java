/** The demonstration: real filings, compiled from press reports, entered as a registrar would. */
@NullMarked
package org.stele.standalone.demo;

import org.jspecify.annotations.NullMarked;

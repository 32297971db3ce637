/** The demonstration: real filings, compiled from press reports, and an invented list, entered as a registrar would. */
@NullMarked
package org.stele.standalone.demo;

import org.jspecify.annotations.NullMarked;

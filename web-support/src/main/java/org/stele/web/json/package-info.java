/** The JSON that the web reads and writes. It is strict, and independent of the stored JSON of events. */
@NullMarked
package org.stele.web.json;

import org.jspecify.annotations.NullMarked;

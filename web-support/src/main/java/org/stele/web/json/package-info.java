/** The JSON that the web reads and writes. It is strict, and it is never the JSON that events are stored as. */
@NullMarked
package org.stele.web.json;

import org.jspecify.annotations.NullMarked;

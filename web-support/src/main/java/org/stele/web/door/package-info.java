/** Which requests are admitted: by host name, by requesting site, by machine. */
@NullMarked
package org.stele.web.door;

import org.jspecify.annotations.NullMarked;

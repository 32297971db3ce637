/** Who may come in at all: under which host's name, from which site, from which machine. */
@NullMarked
package org.stele.web.door;

import org.jspecify.annotations.NullMarked;

/** TLS over real connections. */
@NullMarked
package org.stele.web.tls;

import org.jspecify.annotations.NullMarked;

/** TLS by files in PEM, which may be replaced while the service runs. */
@NullMarked
package org.stele.web.tls;

import org.jspecify.annotations.NullMarked;

/** Sign-in and sessions by Spring Security and Spring Session. */
@NullMarked
package org.stele.identity.session;

import org.jspecify.annotations.NullMarked;

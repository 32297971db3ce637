/** Addresses and the methods that they accept. */
@NullMarked
package org.stele.web.address;

import org.jspecify.annotations.NullMarked;

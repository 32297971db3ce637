/** What is at an address, and what can be done there. */
@NullMarked
package org.stele.web.address;

import org.jspecify.annotations.NullMarked;

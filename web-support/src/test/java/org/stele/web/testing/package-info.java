/** What tests of both sides share. */
@NullMarked
package org.stele.web.testing;

import org.jspecify.annotations.NullMarked;

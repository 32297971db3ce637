/** What the tests of the command side share. */
@NullMarked
package org.stele.command.testing;

import org.jspecify.annotations.NullMarked;

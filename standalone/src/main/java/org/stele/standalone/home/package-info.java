/** Where one installation keeps what it has, which database it uses, and what settings say of both. */
@NullMarked
package org.stele.standalone.home;

import org.jspecify.annotations.NullMarked;

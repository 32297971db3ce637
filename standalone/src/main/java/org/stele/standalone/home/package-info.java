/** The files of one installation, its database, and its settings. */
@NullMarked
package org.stele.standalone.home;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.stele.web.body;

import org.jspecify.annotations.NullMarked;

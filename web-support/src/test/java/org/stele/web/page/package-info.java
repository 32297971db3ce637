@NullMarked
package org.stele.web.page;

import org.jspecify.annotations.NullMarked;

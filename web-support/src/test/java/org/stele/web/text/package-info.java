@NullMarked
package org.stele.web.text;

import org.jspecify.annotations.NullMarked;

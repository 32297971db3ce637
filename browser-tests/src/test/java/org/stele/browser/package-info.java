@NullMarked
package org.stele.browser;

import org.jspecify.annotations.NullMarked;

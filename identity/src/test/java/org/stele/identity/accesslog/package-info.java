@NullMarked
package org.stele.identity.accesslog;

import org.jspecify.annotations.NullMarked;

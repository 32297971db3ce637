@NullMarked
package org.stele.command.custody.accesslog;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.stele.command.http;

import org.jspecify.annotations.NullMarked;

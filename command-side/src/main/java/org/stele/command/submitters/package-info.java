/** What submitters signed, checked before it is recorded (docs/spec/submitters.md). */
@NullMarked
package org.stele.command.submitters;

import org.jspecify.annotations.NullMarked;

/** Persons who left, were there, or came: what a Member State says outside its attestations. */
@NullMarked
package org.stele.events.repatriation;

import org.jspecify.annotations.NullMarked;

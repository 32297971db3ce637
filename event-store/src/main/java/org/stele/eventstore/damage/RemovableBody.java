package org.stele.eventstore.damage;

import org.stele.ledger.Hash;

/**
 * A RemovableBody is an event as whoever orders the removal of its body finds it.
 *
 * @param type the stored name of the event's type; empty where the body cannot be read
 * @param leafHash that the tree holds for it, and keeps
 * @param remainsSha256 of everything that the tables will hold of the position without body and salt
 * @param isRemoved whether the removal is on record already
 */
public record RemovableBody(long position, String type, Hash leafHash, Hash remainsSha256, boolean isRemoved) {}

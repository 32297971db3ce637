package org.stele.identity.account;

import java.util.UUID;
import org.stele.events.Actor;

/**
 * One person's, or one program's, permission to sign in: for one role, and for one State where the role has one.
 *
 * @param username in lower case
 * @param generation counts the passwords of the account; sessions and tokens of another generation are out
 */
public record Account(UUID id, String username, Actor actor, int generation) {}

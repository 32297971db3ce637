package org.stele.events;

/** An event about one Member State. The State is a tag, a member of the leaf, and the key of every projection. */
public interface StateEvent {

    MemberState memberState();
}

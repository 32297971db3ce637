package org.stele.keys;

/**
 * What a change of the master key did.
 *
 * @param keys how many keys and secrets of the store were under the one of before
 * @param before the id of the one that opened the store
 * @param after the id of the one that opens it now
 */
public record MasterKeyChange(int keys, String before, String after) {}

package org.lazaretto.range.store;

/**
 * What a deletion came to.
 *
 * @param object the last version of the object
 * @param gone whether it is gone; else it waits for its grace to end or for its finalizers
 */
public record Removal(Stored object, boolean gone) {}

package org.lazaretto.range.cluster.node;

import org.lazaretto.range.shell.Interior;

/**
 * How a container behaves, where that differs from its image.
 *
 * @param logs what it writes
 * @param interior what it looks like from inside
 */
public record Behaviour(LogProfile logs, Interior interior) {}

package org.lazaretto.graph;

import java.time.Instant;

/**
 * A cell that was taken or left a moment ago.
 *
 * @param cell which
 * @param arriving whether a pod came; otherwise one went
 * @param since when that was published
 */
public record Fade(int cell, boolean arriving, Instant since) {}

package org.lazaretto.observe;

import java.time.Instant;
import java.util.Optional;

/**
 * One event about an object, as the cluster's components report it. All texts are hostile input.
 *
 * @param type {@code Normal} or {@code Warning}
 * @param reason a word, such as {@code BackOff}
 * @param message the sentence
 * @param count how often
 * @param last when last; empty if the event does not say
 * @param source who reports it
 */
public record EventEntry(
    String type, String reason, String message, int count, Optional<Instant> last, String source) {}

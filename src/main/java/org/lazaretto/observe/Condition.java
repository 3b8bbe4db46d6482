package org.lazaretto.observe;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of an object's {@code status.conditions}. All texts are hostile input.
 *
 * @param type such as {@code Ready}
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param reason a word; may be empty
 * @param message a sentence; may be empty
 * @param since when it last changed; empty if it does not say
 */
public record Condition(
    String type, String status, String reason, String message, Optional<Instant> since) {}

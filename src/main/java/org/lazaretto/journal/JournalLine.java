package org.lazaretto.journal;

import java.time.Instant;

/**
 * One line of the journal.
 *
 * @param number counted from 1
 * @param at UTC, to the millisecond
 * @param prev the SHA-256 of the exact bytes of the line before, 64 zeros for the first
 * @param hash the SHA-256 of this line's own bytes, without the newline
 * @param operator who was at the keyboard
 * @param entry what happened
 */
public record JournalLine(
    long number, Instant at, String prev, String hash, String operator, Entry entry) {}

package org.lazaretto.execute;

/**
 * A responder's written reason for going on against a stop or without a capture.
 *
 * @param id a finding's id, such as {@code T-10}, or {@code E-} and a class of evidence
 * @param reason why, for the report
 */
public record Waiver(String id, String reason) {}

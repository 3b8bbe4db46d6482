package org.lazaretto.adapter.kubernetes.wire;

import java.time.Duration;

/**
 * How long to wait.
 *
 * @param connect for a connection
 * @param answer for the head of an answer, and for each further part of its body
 */
public record Patience(Duration connect, Duration answer) {}

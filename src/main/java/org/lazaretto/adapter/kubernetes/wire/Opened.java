package org.lazaretto.adapter.kubernetes.wire;

import java.io.InputStream;

/**
 * An answer whose head has arrived and whose body still flows.
 *
 * @param head status and headers
 * @param body the body; closing it ends the exchange
 */
public record Opened(Answered.Head head, InputStream body) {}

package org.lazaretto.adapter.kubernetes.wire;

import org.lazaretto.port.Exchange;

/**
 * What came over the channels of a visit to a container, from its begin to its end.
 *
 * @param exchange the request that began it
 * @param out what was written to standard output; bytes that are no UTF-8 are replaced
 * @param err what was written to standard error
 * @param status how it ended: a {@code Status} as JSON
 * @param whole whether nothing was left out
 */
public record Said(Exchange exchange, String out, String err, String status, boolean whole) {}

package org.lazaretto.port;

/**
 * The bytes of one answer, as served.
 *
 * @param exchange the request and what came back with it
 * @param contentType the answer's media type
 * @param bytes the body; the array is not copied, nobody may change it
 */
@SuppressWarnings("ArrayRecordComponent")
public record RawAnswer(Exchange exchange, String contentType, byte[] bytes) {}

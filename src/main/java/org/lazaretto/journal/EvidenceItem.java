package org.lazaretto.journal;

import java.time.Instant;

/**
 * One captured thing with its custody record.
 *
 * @param id {@code EV-0001}
 * @param draft what it is and where it comes from
 * @param ended when taking it ended
 * @param size bytes
 * @param sha256 on receipt, 64 hexadecimal digits
 * @param file its path inside the case folder, never built from a cluster's names
 * @param collector who took it
 */
public record EvidenceItem(
    String id,
    EvidenceDraft draft,
    Instant ended,
    long size,
    String sha256,
    String file,
    String collector) {}

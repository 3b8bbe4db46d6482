package org.lazaretto.report;

import java.util.Optional;
import org.lazaretto.journal.EvidenceItem;

/**
 * A picture that the case holds.
 *
 * @param item its line in the register
 * @param png its bytes, if they are there and have the hash of the register
 */
@SuppressWarnings("ArrayRecordComponent")
public record CasePicture(EvidenceItem item, Optional<byte[]> png) {}

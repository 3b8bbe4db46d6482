package org.lazaretto.journal;

import java.time.Instant;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.ObjectRef;

/**
 * What is known of an evidence item before it is stored.
 *
 * @param description a few words; may hold hostile names
 * @param source the object it is about
 * @param method how it was taken, such as the command
 * @param tool the tool and its version
 * @param started when taking it began
 * @param kind its class
 * @param mediaType such as {@code application/json}
 */
public record EvidenceDraft(
    String description,
    ObjectRef source,
    String method,
    String tool,
    Instant started,
    EvidenceClass kind,
    String mediaType) {
  /** What a command inside a container was asked and answered, as JSON. */
  public static final String COMMAND = "application/vnd.lazaretto.command+json";

  /**
   * Whether it is a capture of its class. A picture that we drew is none, and neither is the answer
   * to one question: they do not spare anybody the capture.
   */
  public boolean captures() {
    return !mediaType.startsWith("image/") && !mediaType.equals(COMMAND);
  }
}

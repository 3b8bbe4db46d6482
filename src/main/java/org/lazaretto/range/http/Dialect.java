package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a client says what is stored, if it speaks another version of a kind. */
sealed interface Dialect permits Dialect.Same, OldAutoscalers {
  /** A stored object in the client's words; the stored one stays as it is. */
  ObjectNode told(ObjectNode stored);

  /** What a client said, whole or in part, in the words of what is stored. */
  ObjectNode understood(ObjectNode said);

  /** The client speaks the version that is stored. */
  record Same() implements Dialect {
    @Override
    public ObjectNode told(ObjectNode stored) {
      return stored;
    }

    @Override
    public ObjectNode understood(ObjectNode said) {
      return said;
    }
  }
}

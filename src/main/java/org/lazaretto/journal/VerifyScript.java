package org.lazaretto.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.lazaretto.port.JournalStore;
import org.lazaretto.port.PortException;

/** The script in each case folder with which anybody verifies the case without this program. */
final class VerifyScript {
  static final String NAME = "verify-journal.sh";
  private static final String RESOURCE = "/case/" + NAME;

  private VerifyScript() {}

  static void leaveIn(JournalStore store) throws JournalException {
    try {
      if (store.published(NAME).isEmpty()) {
        store.publish(NAME, bytes());
      }
    } catch (PortException e) {
      throw Trouble.notStarted(store.place(), e);
    }
  }

  private static byte[] bytes() {
    try (InputStream in = VerifyScript.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + RESOURCE);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }
}

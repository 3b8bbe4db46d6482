package org.lazaretto.launch;

import java.io.IOException;
import org.lazaretto.bench.PulseProbe;

/** The real window in a process of its own, used by {@code bench pulses}. */
final class PulseProcess {
  private PulseProcess() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int status = 1;
    try {
      status = PulseProbe.run(args);
    } finally {
      // The toolkit's thread would keep a failed process alive.
      System.exit(status);
    }
  }
}

package org.lazaretto.range.shell;

import java.util.Map;

/** {@code tty} and {@code stty}: what a terminal says of itself. */
final class TerminalPrograms {
  private TerminalPrograms() {}

  static void addTo(Map<String, Program> all) {
    all.put("tty", TerminalPrograms::tty);
    all.put("stty", TerminalPrograms::stty);
  }

  private static int tty(Call call) {
    boolean there = call.session().window().isPresent();
    call.out().line(there ? "/dev/pts/0" : "not a tty");
    return there ? 0 : 1;
  }

  private static int stty(Call call) {
    if (call.session().window().isEmpty()) {
      return call.fails(1, "standard input: Inappropriate ioctl for device");
    }
    Session.Window window = call.session().window().get();
    if (call.words().contains("size")) {
      call.out().line(window.rows() + " " + window.columns());
    } else if (call.words().isEmpty() || call.words().contains("-a")) {
      call.out()
          .line(
              "speed 38400 baud; rows %d; columns %d; line = 0;"
                  .formatted(window.rows(), window.columns()));
    }
    return 0;
  }
}

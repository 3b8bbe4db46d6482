package org.lazaretto.execute;

import java.util.List;
import org.lazaretto.port.Exchange;
import org.lazaretto.port.PortException;
import org.lazaretto.port.Ran;

/** What answers inside a container. */
@FunctionalInterface
interface FakeInside {
  Ran run(Exchange exchange, List<String> words) throws PortException;

  /** A container without any program but its own. */
  static FakeInside without() {
    return (exchange, words) ->
        new Ran(
            exchange, new Ran.Ending.NotRun("executable file not found in $PATH"), "", "", true);
  }
}

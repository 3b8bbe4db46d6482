package org.lazaretto.execute;

import java.util.List;
import java.util.Optional;
import org.lazaretto.execute.Sockets.Socket;

/**
 * What one look from inside a pod came to.
 *
 * @param egress whether it could connect to something
 * @param standing the connections that stand; empty if they could not be listed
 * @param asking those that it asks for and gets no answer to
 * @param trouble why the connections could not be listed; empty if they were
 */
record Looked(Reach egress, Optional<List<Socket>> standing, List<Socket> asking, String trouble) {
  /** Copies what it is given. */
  Looked {
    standing = standing.map(List::copyOf);
    asking = List.copyOf(asking);
  }

  /** A look that told nothing. */
  static Looked nothing(String why) {
    return new Looked(Reach.unknown(why), Optional.empty(), List.of(), why);
  }

  /** The same, with what it could connect to told by another look. */
  Looked reaching(Reach other) {
    return new Looked(other, standing, asking, trouble);
  }
}

package org.lazaretto.execute;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lazaretto.execute.Sockets.Socket;
import org.lazaretto.model.Connections.State;

/**
 * What became of the connections that stood before an isolation. What a plugin does to them is its
 * own affair: they are cut only if they were seen before and are seen no more (T-05).
 */
record Established(State state, String text) {
  private static final int NAMED = 5;

  /**
   * What became of them.
   *
   * @param earlier the journal line of an earlier run that saw connections stand
   */
  static Established of(Looked before, Looked after, Optional<Long> earlier) {
    if (after.standing().isEmpty()) {
      return new Established(State.CANNOT_TELL, after.trouble());
    }
    List<Socket> now = after.standing().get();
    List<Socket> moving = now.stream().filter(socket -> !socket.stuck()).toList();
    if (!moving.isEmpty()) {
      return new Established(State.OPEN, open(before, moving));
    }
    boolean nothingBefore = before.standing().map(List::isEmpty).orElse(true);
    if (nothingBefore && earlier.isPresent()) {
      return new Established(
          State.BLOCKED,
          "Of what stood earlier (journal line "
              + earlier.get()
              + ") none stands any more"
              + unanswered(now)
              + inVain(after));
    }
    if (before.standing().isEmpty()) {
      return new Established(
          State.CANNOT_TELL,
          "None stands now, and no line of the case tells of one that stood before it was shut off,"
              + " so nothing shows that any was cut. What stood before is not known: "
              + before.trouble());
    }
    List<Socket> then = before.standing().get();
    if (then.isEmpty()) {
      return new Established(
          State.CANNOT_TELL,
          "None stood before and none stands now, so nothing shows what the policy does to them."
              + inVain(after));
    }
    return new Established(
        State.BLOCKED,
        "Of "
            + named(then)
            + ", seen before, none stands any more"
            + unanswered(now)
            + inVain(after));
  }

  private static String unanswered(List<Socket> now) {
    return now.isEmpty() ? "." : ": what " + named(now) + " sends has had no answer twice.";
  }

  private static String open(Looked before, List<Socket> moving) {
    List<Socket> then = before.standing().orElse(List.of());
    List<Socket> old =
        moving.stream().filter(socket -> then.stream().anyMatch(socket::same)).toList();
    List<Socket> others = moving.stream().filter(socket -> !old.contains(socket)).toList();
    StringBuilder text = new StringBuilder();
    if (!old.isEmpty()) {
      text.append("Still standing, as before: ").append(named(old)).append('.');
    }
    if (!others.isEmpty()) {
      text.append(text.isEmpty() ? "" : " ")
          .append(before.standing().isEmpty() ? "Standing: " : "Standing, and not seen before: ")
          .append(named(others))
          .append('.');
    }
    return text + " To end it, shut the node off, or end the pod once its evidence is kept.";
  }

  private static String inVain(Looked after) {
    return after.asking().isEmpty() ? "" : " It asks in vain for " + named(after.asking()) + ".";
  }

  private static String named(List<Socket> sockets) {
    String some =
        sockets.stream()
            .limit(NAMED)
            .map(socket -> socket.local() + " – " + socket.remote())
            .collect(Collectors.joining(", "));
    int more = sockets.size() - NAMED;
    return more > 0 ? some + " and " + more + " more" : some;
  }
}

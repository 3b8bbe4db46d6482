package org.lazaretto.range.cluster.inside;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.range.cluster.node.ImageFacts;
import org.lazaretto.range.cluster.node.ImageFacts.Fate;
import org.lazaretto.range.cluster.node.LogProfile;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.shell.Interior;
import org.lazaretto.range.shell.Machine;
import org.lazaretto.range.shell.Shell;

/** What a container's own command makes of its image. */
final class Commands {
  private static final Set<String> TOOLBOXES =
      Set.of(
          "alpine",
          "busybox",
          "curl",
          "debian",
          "dnsutils",
          "fedora",
          "netshoot",
          "nicolaka",
          "toolbox",
          "ubuntu");
  private static final int LINES = 5000;

  private Commands() {}

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(each -> words.add(each.asText()));
    return words;
  }

  /** The last part of an image's name, without tag and digest. */
  static String base(String image) {
    String name = image.replaceFirst("@.*", "");
    name = name.substring(name.lastIndexOf('/') + 1);
    return name.replaceFirst(":.*", "");
  }

  private static boolean isToolbox(String image) {
    return TOOLBOXES.contains(base(image));
  }

  /** What the container runs first, as far as anybody said. */
  static List<String> main(JsonNode container, ImageFacts image) {
    List<String> command = words(container.path("command"));
    List<String> all = new ArrayList<>(command);
    if (command.isEmpty()) {
      String base = base(image.reference());
      boolean shell = isToolbox(image.reference()) && !base.equals("curl");
      all.add(shell ? "sh" : base.equals("curl") ? "curl" : "/usr/local/bin/" + base);
    }
    List<String> arguments = words(container.path("args"));
    boolean instead = command.isEmpty() && isToolbox(image.reference()) && !arguments.isEmpty();
    if (instead && !base(image.reference()).equals("curl")) {
      all.clear();
    }
    all.addAll(arguments);
    return all;
  }

  /** The command, if it is one that the shell can play. */
  static Optional<List<String>> simulated(JsonNode container, ImageFacts image) {
    boolean told = !container.path("command").isEmpty() || isToolbox(image.reference());
    boolean described = !image.interior().processes().isEmpty();
    List<String> main = main(container, image);
    boolean known = told && !described && image.interior().hasShell();
    return known && Shell.knows(main.getFirst()) ? Optional.of(main) : Optional.empty();
  }

  /** The image as it behaves under a command that the shell plays. */
  static ImageFacts behaviour(
      List<String> words, JsonNode container, ImageFacts image, Machine machine) {
    boolean attended = container.path("stdin").asBoolean();
    if (Shell.isInteractive(words)) {
      Fate fate = attended ? new Fate.Runs() : new Fate.Exits(Duration.ZERO, 0);
      return image.ending(fate, log(""));
    }
    Shell.Outcome outcome = new Shell(machine).run(words, Optional.of(new byte[0])).orElseThrow();
    String written = text(outcome.out()) + text(outcome.err());
    Fate fate =
        outcome.endless()
            ? new Fate.Runs()
            : new Fate.Exits(outcome.delay().plusMillis(200), outcome.code());
    return image.ending(fate, log(written));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static LogProfile log(String written) {
    return LogProfile.literally(written.lines().limit(LINES).toList());
  }

  /** A container's inside with its own user, and with its command where nobody described one. */
  static Interior interior(JsonNode pod, JsonNode container, ImageFacts image) {
    Interior interior = image.interior();
    if (interior.processes().isEmpty()) {
      List<String> main = main(container, image);
      String first = main.getFirst();
      boolean small = Shell.knows(first);
      String program =
          first.startsWith("/") ? first : small ? "/bin/busybox" : "/usr/local/bin/" + first;
      interior =
          interior.running(
              List.of(
                  new Interior.Running(1, 0, String.join(" ", main), program, 1.5, Duration.ZERO)));
    }
    JsonNode own = Tree.at(container, "securityContext", "runAsUser");
    JsonNode user = own.isNumber() ? own : Tree.at(pod, "spec", "securityContext", "runAsUser");
    if (!user.isNumber()) {
      return interior;
    }
    return interior.as(
        switch (user.asInt()) {
          case 0 -> Interior.User.ROOT;
          case 65534 -> new Interior.User("nobody", 65534);
          default -> new Interior.User("app", user.asInt());
        });
  }
}

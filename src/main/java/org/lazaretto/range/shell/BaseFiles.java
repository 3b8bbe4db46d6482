package org.lazaretto.range.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What stands in every container. */
final class BaseFiles {
  private BaseFiles() {}

  /** When the image was built. */
  static Instant built(Machine machine) {
    return machine.about().started().minus(Duration.ofDays(40));
  }

  static void put(FileTree tree, Machine machine) {
    Machine.About about = machine.about();
    Instant built = built(machine);
    tree.folder("/", 0755, "root", about.started());
    for (String folder : new String[] {"dev", "etc", "home", "root", "sys", "usr", "var"}) {
      tree.folder("/" + folder, folder.equals("root") ? 0700 : 0755, "root", built);
    }
    tree.folder("/tmp", 01777, "root", about.started());
    tree.put("/dev/null", new Entry(Entry.Kind.DEVICE, 0666, "root", built, 0, () -> new byte[0]));
    if (machine.hasShell()) {
      programs(tree, built);
    }
    etc(tree, machine, built);
    tree.folder(about.folder(), 0755, machine.user().name(), built);
    for (Map.Entry<String, String> each : about.given().entrySet()) {
      given(tree, each.getKey(), each.getValue(), about.started());
    }
  }

  private static void programs(FileTree tree, Instant built) {
    tree.put("/bin/busybox", Contents.entry(binary("/bin/busybox", 824_984), built));
    for (String name : Programs.NAMES) {
      tree.put("/bin/" + name, Entry.link("/bin/busybox", built));
    }
  }

  /** What the processes were started from lies where they say; a deleted one does not. */
  static void executables(FileTree tree, Machine machine) {
    Instant built = built(machine);
    for (Machine.Task each : machine.tasks()) {
      String path = each.what().executable();
      boolean ours = each.home() == machine && path.startsWith("/") && !path.endsWith(" (deleted)");
      if (ours && tree.at(path).isEmpty()) {
        tree.put(path, Contents.entry(binary(path, 1_203_344), built));
      }
    }
  }

  private static Interior.File binary(String path, int size) {
    return new Interior.File(path, 0755, "root", size, "", java.util.Optional.empty());
  }

  private static void etc(FileTree tree, Machine machine, Instant built) {
    Machine.About about = machine.about();
    Interior.User user = machine.user();
    String passwd = "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n";
    String own =
        user.id() == 0 || user.id() == 65534 ? "" : "%1$s:x:%2$d:%2$d::/home/%1$s:/bin/sh\n";
    tree.text("/etc/passwd", passwd + own.formatted(user.name(), user.id()), built);
    tree.text(
        "/etc/group",
        "root:x:0:\n" + (own.isEmpty() ? "" : user.name() + ":x:" + user.id() + ":\n"),
        built);
    tree.text("/etc/hostname", about.hostname() + "\n", about.started());
    tree.text(
        "/etc/hosts",
        "# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n%s\t%s\n"
            .formatted(machine.wires().address(), about.hostname()),
        about.started());
    tree.text("/etc/os-release", "NAME=\"Alpine Linux\"\nID=alpine\nVERSION_ID=3.21.2\n", built);
  }

  private static void given(FileTree tree, String path, String text, Instant started) {
    if (path.endsWith("/")) {
      tree.folder(path.substring(0, path.length() - 1), 0777, "root", started);
    } else {
      tree.put(path, Entry.text(0644, "root", started, text));
    }
  }
}

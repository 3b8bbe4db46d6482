package org.lazaretto.range.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The kernel's view of processes, as files. */
final class ProcFiles {
  static final String KERNEL = "6.1.158-178.288.amzn2023.x86_64";
  static final String BUILT = "#1 SMP PREEMPT_DYNAMIC Mon Nov  3 18:38:36 UTC 2025";

  private ProcFiles() {}

  static void put(FileTree tree, Machine machine, List<Machine.Task> tasks) {
    Instant now = machine.now();
    tree.folder("/proc", 0555, "root", now);
    tree.put("/proc/version", kernel(now, "Linux version " + KERNEL + " (gcc 11.5.0) " + BUILT));
    tree.put("/proc/loadavg", kernel(now, "2.11 1.98 1.93 3/412 " + (tasks.size() + 60)));
    long up = Duration.between(machine.about().started(), now).toSeconds() + 86_400;
    tree.put("/proc/uptime", kernel(now, up + ".37 " + up + ".02"));
    tree.put("/proc/mounts", kernel(now, mounts(machine)));
    tree.put("/proc/net/tcp", kernel(now, tcp(machine)));
    for (Machine.Task task : tasks) {
      put(tree, task, now);
    }
    tasks.stream()
        .findFirst()
        .ifPresent(
            first -> tree.put("/proc/self", Entry.link("/proc/" + first.pid(), first.started())));
  }

  private static Entry kernel(Instant now, String text) {
    return Entry.kernel(0444, "root", now, () -> text + "\n");
  }

  private static String mounts(Machine machine) {
    StringBuilder text = new StringBuilder("overlay / overlay rw,relatime 0 0\n");
    text.append("proc /proc proc rw,nosuid,nodev,noexec,relatime 0 0\n");
    text.append("tmpfs /dev tmpfs rw,nosuid,size=65536k,mode=755 0 0");
    for (String path : machine.about().given().keySet().stream().sorted().toList()) {
      if (path.endsWith("/")) {
        String at = path.substring(0, path.length() - 1);
        text.append("\n/dev/nvme0n1p1 ").append(at).append(" xfs rw,relatime 0 0");
      }
    }
    return text.toString();
  }

  private static String tcp(Machine machine) {
    StringBuilder text = new StringBuilder("  sl  local_address rem_address   st");
    int number = 0;
    for (Wires.Socket each : machine.wires().sockets()) {
      String state =
          switch (each.state()) {
            case "ESTAB" -> "01";
            case "SYN-SENT" -> "02";
            default -> "0A";
          };
      text.append(
          "\n%4d: %s %s %s".formatted(number++, hex(each.local()), hex(each.remote()), state));
    }
    return text.toString();
  }

  /** Least significant byte first, as the kernel shows it. */
  private static String hex(Wires.End end) {
    String[] parts = end.address().split("\\.", -1);
    StringBuilder text = new StringBuilder();
    for (int i = parts.length - 1; i >= 0; i--) {
      text.append(
          parts[i].matches("\\d{1,3}") ? "%02X".formatted(Integer.parseInt(parts[i])) : "00");
    }
    return text + ":" + "%04X".formatted(end.port());
  }

  private static void put(FileTree tree, Machine.Task task, Instant now) {
    String here = "/proc/" + task.pid();
    Interior.Running what = task.what();
    Instant started = task.started();
    String user = task.user();
    tree.folder(here, 0555, user, started);
    tree.put(
        here + "/cmdline",
        Entry.kernel(0444, user, started, () -> what.command().replace(' ', '\0') + "\0"));
    tree.put(here + "/comm", Entry.kernel(0644, user, started, () -> what.name() + "\n"));
    tree.put(
        here + "/environ",
        Entry.kernel(0400, user, started, () -> environment(task.home().about().environment())));
    tree.put(here + "/exe", Entry.link(what.executable(), started));
    tree.put(here + "/cwd", Entry.link(task.home().about().folder(), started));
    tree.put(here + "/status", Entry.kernel(0444, user, started, () -> status(task)));
    tree.put(here + "/maps", Entry.kernel(0444, user, started, () -> maps(what)));
    tree.put(here + "/cgroup", Entry.kernel(0444, user, started, () -> "0::/\n"));
    tree.folder(here + "/fd", 0500, user, started);
    for (int fd = 0; fd < 3; fd++) {
      String target = fd == 0 ? "/dev/null" : "pipe:[" + (30_000 + task.pid() * 7 + fd) + "]";
      tree.put(here + "/fd/" + fd, Entry.link(target, now));
    }
  }

  private static String environment(Map<String, String> variables) {
    return variables.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getKey() + "=" + each.getValue() + "\0")
        .collect(Collectors.joining());
  }

  private static String status(Machine.Task task) {
    int id = task.home().user().id();
    int memory = memory(task);
    return """
    Name:\t%s
    Umask:\t0022
    State:\t%s
    Tgid:\t%d
    Pid:\t%d
    PPid:\t%d
    TracerPid:\t0
    Uid:\t%d\t%d\t%d\t%d
    Gid:\t%d\t%d\t%d\t%d
    VmSize:\t%8d kB
    VmRSS:\t%8d kB
    Threads:\t%d
    CapEff:\t%s
    Seccomp:\t0
    """
        .formatted(
            task.what().name(),
            task.what().cpu() > 50 ? "R (running)" : "S (sleeping)",
            task.pid(),
            task.pid(),
            task.parent(),
            id,
            id,
            id,
            id,
            id,
            id,
            id,
            id,
            memory * 3,
            memory,
            task.what().cpu() > 50 ? 4 : 11,
            id == 0 ? "00000000a80425fb" : "0000000000000000");
  }

  /** Resident memory in KiB; made up, but the same each time. */
  static int memory(Machine.Task task) {
    if (task.what().executable().equals("/bin/busybox")) {
      return 800 + Math.floorMod(task.what().command().hashCode(), 400);
    }
    return 9_000 + Math.floorMod(task.what().command().hashCode(), 150_000);
  }

  private static String maps(Interior.Running what) {
    String path = what.executable();
    return """
    55d0c4a00000-55d0c4e2b000 r--p 00000000 00:92 131461                     %1$s
    55d0c4e2b000-55d0c5a1c000 r-xp 0042b000 00:92 131461                     %1$s
    55d0c7b52000-55d0c7d0f000 rw-p 00000000 00:00 0                          [heap]
    7f2c6c000000-7f2c6c021000 rw-p 00000000 00:00 0
    7f2c8e1f4000-7f2c8e216000 r--p 00000000 00:92 130177                     /lib/ld-musl-x86_64.so.1
    7ffd2b7a5000-7ffd2b7c6000 rw-p 00000000 00:00 0                          [stack]
    """
        .formatted(path);
  }
}

package org.lazaretto.range.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What stands in containers of one image beside what every container has.
 *
 * @param user as whom its processes run
 * @param hasShell whether it brings a shell and the usual small programs; a distroless image does
 *     not
 * @param processes what runs; empty if nobody said, then it is the container's command alone
 * @param files what lies there
 * @param sockets what listens and what is connected
 */
public record Interior(
    User user,
    boolean hasShell,
    List<Running> processes,
    List<File> files,
    List<Connection> sockets) {
  /** Copies its lists. */
  public Interior {
    processes = List.copyOf(processes);
    files = List.copyOf(files);
    sockets = List.copyOf(sockets);
  }

  /** Nothing but a shell, as root. */
  public static Interior plain() {
    return new Interior(User.ROOT, true, List.of(), List.of(), List.of());
  }

  /** The same for another user. */
  public Interior as(User other) {
    return new Interior(other, hasShell, processes, files, sockets);
  }

  /** The same with other processes. */
  public Interior running(List<Running> others) {
    return new Interior(user, hasShell, others, files, sockets);
  }

  /** An account inside the container. */
  public record User(String name, int id) {
    /** The one who may do everything. */
    public static final User ROOT = new User("root", 0);
  }

  /**
   * A process.
   *
   * @param pid its number inside the container
   * @param parent its parent's number, 0 for the first
   * @param command with its arguments, separated by blanks
   * @param executable where {@code /proc/PID/exe} points to
   * @param cpu percent of one core
   * @param after how long after the container's start it was started
   */
  public record Running(
      int pid, int parent, String command, String executable, double cpu, Duration after) {
    /** Its first word without folders, as {@code ps} calls it. */
    public String name() {
      String first = command.split(" ", 2)[0];
      String bare = first.substring(first.lastIndexOf('/') + 1);
      return bare.length() > 15 ? bare.substring(0, 15) : bare;
    }
  }

  /**
   * A file.
   *
   * @param path absolute
   * @param mode permission bits, as in 0755
   * @param owner the name of its owner
   * @param size in bytes; what its text does not fill is filled with what looks like a program
   * @param text what it says, or what stands at its beginning
   * @param after how long after the container's start it was written; empty if it came with the
   *     image
   */
  public record File(
      String path, int mode, String owner, int size, String text, Optional<Duration> after) {
    /** The largest file that a container can have. */
    public static final int LARGEST = 4 << 20;
  }

  /** A socket. */
  public sealed interface Connection {
    /** The process it belongs to. */
    int pid();

    /** Waits for others. */
    record Listens(int pid, int port) implements Connection {}

    /**
     * Keeps a connection.
     *
     * @param host a name or an address
     */
    record Connects(int pid, String host, int port) implements Connection {}
  }
}

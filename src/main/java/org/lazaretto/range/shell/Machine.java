package org.lazaretto.range.shell;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One running container from inside: its processes, its files, its network. What is changed in it
 * lasts as long as its layer does.
 */
public final class Machine {
  /** Where the processes of a container begin that sees another one's. */
  public static final int OWN_FIRST = 100;

  private static final int TERMINATED = 143;

  private final About about;
  private final Interior interior;
  private final Layer layer;
  private final Wires wires;
  private final InstantSource clock;
  private final Power power;
  private final Optional<Machine> target;

  /**
   * What a container is.
   *
   * @param hostname the pod's name
   * @param folder where its commands begin
   * @param environment of its processes
   * @param started when
   * @param given files that the cluster puts there: mounted volumes by their path, ending in a
   *     slash for a folder
   */
  public record About(
      String hostname,
      String folder,
      Map<String, String> environment,
      Instant started,
      Map<String, String> given) {
    /** Copies its maps. */
    public About {
      environment = Map.copyOf(environment);
      given = Map.copyOf(given);
    }
  }

  /** What it means that the first process ends. */
  @FunctionalInterface
  public interface Power {
    /** The container ends with this code. */
    void ends(int code);
  }

  /**
   * A process as it is seen from here.
   *
   * @param pid its number here
   * @param what it is
   * @param parent its parent's number here
   * @param home the container it belongs to
   */
  record Task(int pid, int parent, Interior.Running what, Machine home) {
    Instant started() {
      return home.about.started().plus(what.after());
    }

    String user() {
      return home.interior.user().name();
    }
  }

  /**
   * A container.
   *
   * @param target the container whose processes can be seen from here
   */
  public Machine(
      About about,
      Interior interior,
      Layer layer,
      Wires wires,
      InstantSource clock,
      Power power,
      Optional<Machine> target) {
    this.about = about;
    this.interior = interior;
    this.layer = layer;
    this.wires = wires;
    this.clock = clock;
    this.power = power;
    this.target = target;
  }

  About about() {
    return about;
  }

  Interior.User user() {
    return interior.user();
  }

  boolean hasShell() {
    return interior.hasShell();
  }

  Wires wires() {
    return wires;
  }

  Instant now() {
    return clock.instant();
  }

  Layer layer() {
    return layer;
  }

  /** The processes that can be seen, by number. */
  List<Task> tasks() {
    List<Task> tasks = new ArrayList<>();
    target.ifPresent(other -> tasks.addAll(other.tasks()));
    int shift = shift();
    for (Interior.Running each : interior.processes()) {
      boolean begun = !about.started().plus(each.after()).isAfter(now());
      if (begun && !layer.hasEnded(each.pid())) {
        int parent = each.parent() == 0 ? 0 : each.parent() + shift;
        tasks.add(new Task(each.pid() + shift, parent, each, this));
      }
    }
    return tasks;
  }

  /** How much higher the numbers of its own processes are than in a namespace of its own. */
  public int shift() {
    return target.map(other -> other.shift() + OWN_FIRST).orElse(0);
  }

  Optional<Task> task(int pid) {
    return tasks().stream().filter(t -> t.pid() == pid).findFirst();
  }

  /** All files as they are now. */
  FileTree files() {
    FileTree tree = own();
    ProcFiles.put(tree, this, tasks());
    roots(tree);
    return tree;
  }

  /** The files of the other containers whose processes can be seen, below those processes. */
  private void roots(FileTree tree) {
    IdentityHashMap<Machine, String> roots = new IdentityHashMap<>();
    for (Task each : tasks()) {
      String here = "/proc/" + each.pid() + "/root";
      if (each.home() == this) {
        tree.put(here, Entry.link("/", now()));
      } else if (roots.containsKey(each.home())) {
        tree.put(here, Entry.link(roots.get(each.home()), now()));
      } else {
        roots.put(each.home(), here);
        tree.mount(here, each.home().own());
      }
    }
  }

  private FileTree own() {
    FileTree tree = new FileTree();
    BaseFiles.put(tree, this);
    for (Interior.File each : interior.files()) {
      Instant written = each.after().map(about.started()::plus).orElse(BaseFiles.built(this));
      if (!written.isAfter(now())) {
        tree.put(each.path().replaceFirst("(?<=.)/$", ""), Contents.entry(each, written));
      }
    }
    BaseFiles.executables(tree, this);
    layer.layOver(tree);
    return tree;
  }

  /** How sending a signal went. */
  enum Sent {
    DONE,
    NO_SUCH_PROCESS,
    NOT_PERMITTED
  }

  /** Sends a signal that ends a process; the first one of a container is safe from some. */
  Sent signal(int pid, int number) {
    Optional<Task> found = task(pid);
    if (found.isEmpty()) {
      return Sent.NO_SUCH_PROCESS;
    }
    Machine home = found.get().home();
    if (user().id() != 0 && user().id() != home.user().id()) {
      return Sent.NOT_PERMITTED;
    }
    int there = found.get().what().pid();
    if (there != 1 && ends(number)) {
      home.layer.end(there);
    } else if (there == 1 && ends(number) && number != 9) {
      // The kernel keeps KILL from the first process of its own namespace.
      home.power.ends(TERMINATED);
    }
    return Sent.DONE;
  }

  private static boolean ends(int signal) {
    return switch (signal) {
      case 1, 2, 3, 6, 9, 13, 14, 15 -> true;
      default -> false;
    };
  }
}

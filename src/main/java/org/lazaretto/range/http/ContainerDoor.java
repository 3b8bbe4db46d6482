package org.lazaretto.range.http;

import java.util.List;
import java.util.Optional;
import org.lazaretto.range.store.Stored;

/** The way into the containers of pods, for exec and attach. Called by many threads. */
@FunctionalInterface
public interface ContainerDoor {
  /**
   * What somebody wants in a container.
   *
   * @param container of the pod that has one of this name
   * @param command what is to run; empty to be with the process that runs already
   * @param stdin whether input will come
   * @param tty whether the client is a terminal: one stream of output, and the input is echoed
   */
  record Errand(String container, Optional<List<String>> command, boolean stdin, boolean tty) {}

  /** How a visit has ended. */
  sealed interface Ending {
    /** The process has ended by itself or by a signal. */
    record Exited(int code) implements Ending {}

    /** It could not be begun; the message is a real kubelet's. */
    record Failed(String message) implements Ending {}
  }

  /** The client's end. May be called by any thread; what comes after the end is not told. */
  interface Client {
    /** The process wrote. */
    void out(byte[] bytes);

    /** The process wrote to its standard error. */
    void err(byte[] bytes);

    /** It is over. */
    void end(Ending ending);
  }

  /** The container's end. None of its methods blocks. */
  interface Visit {
    /** Input arrived. */
    void input(byte[] bytes);

    /** No more will. */
    void inputEnds();

    /** The client's terminal has this size now. */
    void resize(int columns, int rows);

    /** The client is gone. */
    void leave();

    /** A visit that is over before it began: it hears nothing. */
    static Visit over() {
      return new Visit() {
        @Override
        public void input(byte[] bytes) {}

        @Override
        public void inputEnds() {}

        @Override
        public void resize(int columns, int rows) {}

        @Override
        public void leave() {}
      };
    }
  }

  /**
   * Begins.
   *
   * @param pod one that has such a container
   */
  Visit enter(Stored pod, Errand errand, Client client);

  /** No container is running. */
  static ContainerDoor closed() {
    return (pod, errand, client) -> {
      client.end(
          new Ending.Failed(
              "unable to upgrade connection: container not found (\""
                  + errand.container()
                  + "\")"));
      return Visit.over();
    };
  }
}

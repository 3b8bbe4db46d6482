package org.lazaretto.range.shell;

import java.util.List;
import java.util.Map;

/** The network as a container sees it. */
public interface Wires {
  /** What comes of asking for a name. */
  sealed interface Lookup {
    /** These addresses. */
    record Found(List<String> addresses) implements Lookup {}

    /** There is no such name. */
    record Unknown() implements Lookup {}

    /** Nobody answers. */
    record Silent() implements Lookup {}
  }

  /** What comes of connecting. */
  sealed interface Dial {
    /** Somebody is there and speaks this. */
    record Open(Speech speech) implements Dial {}

    /** The host says no. */
    record Refused() implements Dial {}

    /** Nobody answers. */
    record Silent() implements Dial {}
  }

  /** What is spoken at the other end. */
  enum Speech {
    HTTP,
    TLS,
    OTHER
  }

  /**
   * A socket of the container's network.
   *
   * @param udp or else TCP
   * @param state as in {@code ESTAB}, {@code LISTEN}, {@code SYN-SENT}
   * @param local address and port
   * @param remote address and port
   * @param pid of its process, or 0 if it is of another container
   */
  record Socket(boolean udp, String state, End local, End remote, int pid) {}

  /** An address and a port; port 0 is any. */
  record End(String address, int port) {
    @Override
    public String toString() {
      return address + ":" + (port == 0 ? "*" : port);
    }
  }

  /**
   * A request over HTTP.
   *
   * @param method as in {@code GET}
   * @param target path and query
   * @param headers each once
   * @param body empty if there is none
   */
  record Question(String method, String target, Map<String, String> headers, String body) {
    /** Copies the headers. */
    public Question {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * An answer over HTTP.
   *
   * @param status as in 200
   * @param headers by names in small letters
   * @param body whole
   */
  record Reply(int status, Map<String, String> headers, String body) {
    /** Copies the headers. */
    public Reply {
      headers = Map.copyOf(headers);
    }

    /** What anybody answers of whom nothing is known. */
    public static Reply ok() {
      return new Reply(200, Map.of("content-type", "text/plain"), "OK\n");
    }
  }

  /** Asks for a name; an address is its own. */
  Lookup lookup(String name);

  /** Connects to an address. */
  Dial dial(String address, int port, boolean udp);

  /** Asks over HTTP who was found to be open and to speak it, or TLS. */
  Reply ask(String address, int port, Question question);

  /** All sockets. */
  List<Socket> sockets();

  /** The container's own address. */
  String address();

  /** A container without a network. */
  static Wires none() {
    return new Wires() {
      @Override
      public Lookup lookup(String name) {
        return new Lookup.Unknown();
      }

      @Override
      public Dial dial(String address, int port, boolean udp) {
        return new Dial.Silent();
      }

      @Override
      public Reply ask(String address, int port, Question question) {
        return Reply.ok();
      }

      @Override
      public List<Socket> sockets() {
        return List.of();
      }

      @Override
      public String address() {
        return "127.0.0.1";
      }
    };
  }
}

package org.lazaretto.range.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lazaretto.range.store.Stored;

/**
 * A container whose programs are {@code say}, {@code fail} and {@code cat}; to attach to it is to
 * hear "attached".
 */
final class EchoDoor implements ContainerDoor {
  final List<String> heard = new CopyOnWriteArrayList<>();

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Visit enter(Stored pod, Errand errand, Client client) {
    Optional<List<String>> command = errand.command();
    if (command.isEmpty()) {
      client.out(bytes("attached\n"));
      client.end(new Ending.Exited(0));
    } else {
      switch (command.get().getFirst()) {
        case "say" -> {
          client.out(bytes(String.join(" ", command.get().subList(1, command.get().size()))));
          client.err(bytes("and a warning"));
          client.end(new Ending.Exited(0));
        }
        case "fail" -> client.end(new Ending.Exited(3));
        case "cat" -> heard.add("begins");
        default -> client.end(new Ending.Failed("executable file not found in $PATH"));
      }
    }
    return new Visit() {
      @Override
      public void input(byte[] bytes) {
        client.out(bytes);
      }

      @Override
      public void inputEnds() {
        client.end(new Ending.Exited(0));
      }

      @Override
      public void resize(int columns, int rows) {
        heard.add(columns + "x" + rows);
      }

      @Override
      public void leave() {
        heard.add("leaves");
      }
    };
  }
}

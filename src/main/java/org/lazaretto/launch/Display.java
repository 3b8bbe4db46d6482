package org.lazaretto.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether there is an X server to draw on. On Linux the toolkit ends the whole program where there
 * is none, so it has to be known before.
 */
final class Display {
  private static final Pattern FORM =
      Pattern.compile("(?:unix)?([^:]*):([0-9]{1,5})(?:[.][0-9]+)?");
  private static final int PATIENCE_MILLIS = 3000;
  private static final int FIRST_PORT = 6000;

  private Display() {}

  /** Whether a server answers at the place that the variable {@code DISPLAY} names. */
  static boolean answers(Optional<String> variable) {
    Matcher form = FORM.matcher(variable.orElse(""));
    if (!form.matches()) {
      return false;
    }
    int number = Integer.parseInt(form.group(2));
    return form.group(1).isEmpty()
        ? local(Path.of("/tmp/.X11-unix/X" + number)) || remote("localhost", number)
        : remote(form.group(1), number);
  }

  private static boolean local(Path socket) {
    if (!Files.exists(socket)) {
      return false;
    }
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return channel.isConnected();
    } catch (IOException nobody) {
      return false;
    }
  }

  private static boolean remote(String host, int number) {
    if (number > 65_535 - FIRST_PORT) {
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, FIRST_PORT + number), PATIENCE_MILLIS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }
}

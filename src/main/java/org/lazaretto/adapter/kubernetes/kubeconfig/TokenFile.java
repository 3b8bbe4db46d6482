package org.lazaretto.adapter.kubernetes.kubeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lazaretto.port.PortException;

/** A bearer token in a file that somebody else keeps fresh: read again for each request. */
final class TokenFile implements Credential {
  private final Path file;
  private volatile String last = "";

  TokenFile(Path file) {
    this.file = file;
  }

  @Override
  public Optional<String> authorization() throws PortException {
    last = read();
    return Optional.of("Bearer " + last);
  }

  @Override
  public boolean renewed() throws PortException {
    return !last.equals(read());
  }

  private String read() throws PortException {
    try {
      String token = Files.readString(file).strip();
      if (token.isEmpty()) {
        throw KubeconfigFile.local("the token file " + file + " is empty");
      }
      return token;
    } catch (IOException unreadable) {
      throw KubeconfigFile.local(
          "the token file " + file + " cannot be read: " + KubeconfigFile.reason(unreadable));
    }
  }
}

package org.lazaretto.adapter.kubernetes.kubeconfig;

import java.util.Optional;
import org.lazaretto.port.PortException;

/** What proves to the server who we are, beside a client certificate. Safe for several threads. */
public interface Credential {
  /** Nobody in particular, or whoever the client certificate names. */
  Credential NONE =
      new Credential() {
        @Override
        public Optional<String> authorization() {
          return Optional.empty();
        }

        @Override
        public boolean renewed() {
          return false;
        }
      };

  /**
   * The value of the header {@code Authorization}; a secret.
   *
   * @throws PortException LOCAL if a file or a program of this machine fails
   */
  Optional<String> authorization() throws PortException;

  /**
   * Told that the server did not accept the last value.
   *
   * @return whether another value may be tried
   */
  boolean renewed() throws PortException;

  /** Always the same value. */
  static Credential fixed(String authorization) {
    return new Credential() {
      @Override
      public Optional<String> authorization() {
        return Optional.of(authorization);
      }

      @Override
      public boolean renewed() {
        return false;
      }
    };
  }
}

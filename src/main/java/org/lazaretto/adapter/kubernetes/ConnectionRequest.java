package org.lazaretto.adapter.kubernetes;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Which cluster to reach, and how patiently.
 *
 * @param kubeconfig the file to use and no other; without it those of {@code KUBECONFIG}, without
 *     that {@code ~/.kube/config}
 * @param context the context's name; without it the current context
 * @param environment the environment variables, as {@link System#getenv()} gives them
 * @param clock this workstation's time, for the expiry of certificates and tokens
 * @param connectTimeout how long a connection may take
 * @param answerTimeout how long an answer may take
 */
public record ConnectionRequest(
    Optional<Path> kubeconfig,
    Optional<String> context,
    Map<String, String> environment,
    InstantSource clock,
    Duration connectTimeout,
    Duration answerTimeout) {
  /** Copies what it is given. */
  public ConnectionRequest {
    environment = Map.copyOf(environment);
  }

  /** With the environment, the clock and the usual patience: 10 s and 30 s. */
  public static ConnectionRequest of(Optional<Path> kubeconfig, Optional<String> context) {
    return new ConnectionRequest(
        kubeconfig,
        context,
        System.getenv(),
        InstantSource.system(),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30));
  }

  /** The same request with other patience. */
  public ConnectionRequest within(Duration connect, Duration answer) {
    return new ConnectionRequest(kubeconfig, context, environment, clock, connect, answer);
  }
}

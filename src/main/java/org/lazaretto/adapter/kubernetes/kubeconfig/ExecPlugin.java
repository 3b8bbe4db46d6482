package org.lazaretto.adapter.kubernetes.kubeconfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.lazaretto.port.PortException;

/**
 * A program that hands out credentials ({@code users[].user.exec}). Run once, then again when its
 * token runs out or the server refuses it.
 */
final class ExecPlugin implements Credential {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private final PluginProgram program;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Issued> held = Optional.empty();

  ExecPlugin(PluginProgram program, InstantSource clock) {
    this.program = program;
    this.clock = clock;
  }

  /** What the program handed out. */
  record Issued(Optional<String> token, Optional<ClientCertificate> certificate, Instant expires) {}

  @Override
  public Optional<String> authorization() throws PortException {
    return issued().token().map(token -> "Bearer " + token);
  }

  @Override
  public boolean renewed() throws PortException {
    lock.lock();
    try {
      Optional<String> before = held.flatMap(Issued::token);
      held = Optional.of(run());
      return !before.equals(held.get().token());
    } finally {
      lock.unlock();
    }
  }

  /** The certificate it hands out, if it does. */
  Optional<ClientCertificate> certificate() throws PortException {
    return issued().certificate();
  }

  private Issued issued() throws PortException {
    lock.lock();
    try {
      Instant now = clock.instant();
      Optional<Issued> good = held.filter(issued -> now.isBefore(issued.expires().minus(MARGIN)));
      held = Optional.of(good.isPresent() ? good.get() : run());
      return held.get();
    } finally {
      lock.unlock();
    }
  }

  private Issued run() throws PortException {
    String output = program.run();
    try {
      JsonNode answer = MAPPER.readTree(output);
      JsonNode status = answer.path("status");
      if (!answer.path("apiVersion").asText("").equals(program.apiVersion())) {
        throw program.failed("answered in another version than " + program.apiVersion());
      }
      return new Issued(token(status), certificate(status), expiry(status));
    } catch (JsonProcessingException notJson) {
      // What it printed may be a secret: it is not quoted.
      throw program.failed("did not print an ExecCredential");
    }
  }

  private Optional<String> token(JsonNode status) throws PortException {
    String token = status.path("token").asText("");
    if (token.isEmpty() && certificate(status).isEmpty()) {
      throw program.failed("handed out neither a token nor a certificate");
    }
    return Optional.of(token).filter(text -> !text.isEmpty());
  }

  private static Optional<ClientCertificate> certificate(JsonNode status) {
    String certificate = status.path("clientCertificateData").asText("");
    String key = status.path("clientKeyData").asText("");
    return certificate.isEmpty() || key.isEmpty()
        ? Optional.empty()
        : Optional.of(new ClientCertificate(certificate, key));
  }

  private static Instant expiry(JsonNode status) {
    try {
      return Instant.parse(status.path("expirationTimestamp").asText(""));
    } catch (DateTimeParseException never) {
      return Instant.MAX;
    }
  }
}

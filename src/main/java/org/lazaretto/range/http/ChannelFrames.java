package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.http.ContainerDoor.Ending;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;

/**
 * The messages of {@code v4.channel.k8s.io} and {@code v5.channel.k8s.io}: the first byte is the
 * channel. In version 5 a client can also say that a channel ends.
 */
final class ChannelFrames {
  static final String V5 = "v5.channel.k8s.io";
  static final String V4 = "v4.channel.k8s.io";

  static final int STDIN = 0;
  static final int STDOUT = 1;
  static final int STDERR = 2;
  static final int ERROR = 3;
  static final int RESIZE = 4;
  static final int CLOSE = 255;

  private static final int LARGEST = 32 << 10;

  private ChannelFrames() {}

  /** Why a client cannot be let in by its way of asking, if it cannot. */
  static Optional<ApiProblem> refusal(MultiMap headers) {
    String upgrade = Optional.ofNullable(headers.get("Upgrade")).orElse("");
    if (!upgrade.equalsIgnoreCase("websocket")) {
      String why = upgrade.isEmpty() ? "Upgrade request required" : unable(upgrade);
      return Optional.of(ApiProblem.badRequest(why));
    }
    List<String> offered =
        headers.getAll("Sec-WebSocket-Protocol").stream()
            .flatMap(line -> Arrays.stream(line.split(",", -1)))
            .map(String::strip)
            .toList();
    return offered.contains(V5) || offered.contains(V4)
        ? Optional.empty()
        : Optional.of(
            ApiProblem.of(
                403,
                "Forbidden",
                "unable to upgrade: unable to negotiate protocol: client supports "
                    + offered
                    + ", server accepts ["
                    + V5
                    + ", "
                    + V4
                    + "]"));
  }

  private static String unable(String upgrade) {
    return "unable to upgrade to "
        + upgrade
        + ": this server speaks "
        + V5
        + " and "
        + V4
        + " over WebSocket only";
  }

  /** The messages that carry bytes on a channel; one empty message for no bytes. */
  static List<byte[]> of(int channel, byte[] bytes) {
    List<byte[]> messages = new ArrayList<>();
    int at = 0;
    do {
      int end = Math.min(bytes.length, at + LARGEST);
      byte[] message = new byte[end - at + 1];
      message[0] = (byte) channel;
      System.arraycopy(bytes, at, message, 1, end - at);
      messages.add(message);
      at = end;
    } while (at < bytes.length);
    return messages;
  }

  /** How a visit ended, as the error channel tells it. */
  static byte[] ending(Ending ending) {
    return Json.bytes(
        switch (ending) {
          case Ending.Exited(int code) when code == 0 -> status("Success");
          case Ending.Exited(int code) -> exited(code);
          case Ending.Failed(String message) ->
              ApiProblem.of(500, "InternalError", "Internal error occurred: " + message).status();
        });
  }

  private static ObjectNode status(String word) {
    ObjectNode status = Json.object();
    status.putObject("metadata");
    return status.put("status", word);
  }

  private static ObjectNode exited(int code) {
    ObjectNode status = status("Failure").put("reason", "NonZeroExitCode");
    status.put(
        "message",
        "command terminated with non-zero exit code: command terminated with exit code " + code);
    status
        .putObject("details")
        .putArray("causes")
        .addObject()
        .put("reason", "ExitCode")
        .put("message", String.valueOf(code));
    return status;
  }

  /** Hands a client's message to a visit; a message that means nothing is dropped. */
  static void deliver(byte[] message, ContainerDoor.Visit visit) {
    if (message.length == 0) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(message, 1, message.length);
    switch (Byte.toUnsignedInt(message[0])) {
      case STDIN -> visit.input(rest);
      case RESIZE -> resize(rest, visit);
      case CLOSE -> {
        if (rest.length == 1 && rest[0] == STDIN) {
          visit.inputEnds();
        }
      }
      default -> {}
    }
  }

  private static void resize(byte[] json, ContainerDoor.Visit visit) {
    try {
      JsonNode size = Json.parse(json);
      visit.resize(size.path("Width").asInt(80), size.path("Height").asInt(24));
    } catch (IOException unreadable) {
      // A real server drops it too.
    }
  }
}

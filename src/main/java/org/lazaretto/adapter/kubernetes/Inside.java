package org.lazaretto.adapter.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.lazaretto.adapter.kubernetes.wire.Answered;
import org.lazaretto.adapter.kubernetes.wire.Call;
import org.lazaretto.adapter.kubernetes.wire.Said;
import org.lazaretto.adapter.kubernetes.wire.Transport;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.PodRef;
import org.lazaretto.port.PortException;
import org.lazaretto.port.Ran;

/** Runs commands inside containers. A pod of the same name and another UID is never meant. */
final class Inside {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MOST_WORDS = 300;

  private final Transport transport;

  Inside(Transport transport) {
    this.transport = transport;
  }

  Ran run(PodRef pod, String container, List<String> words, Duration atMost) throws PortException {
    String path = ApiPath.of(ObservedKind.POD, pod.namespace(), pod.name());
    still(pod, path, " (nothing was run)");
    Said said =
        transport.visit(new Call("GET", path + query(container, words), "", "", true), atMost);
    still(pod, path, "; what was run may have run there");
    return new Ran(said.exchange(), ending(status(said)), said.out(), said.err(), said.whole());
  }

  private void still(PodRef pod, String path, String otherwise) throws PortException {
    Answered now = transport.demand(Call.get(path));
    if (!now.json().path("metadata").path("uid").asText("").equals(pod.uid())) {
      throw new PortException(
          PortException.Kind.NOT_FOUND,
          pod.object().spoken() + " is gone; another one has its name" + otherwise);
    }
  }

  private static String query(String container, List<String> words) {
    StringBuilder query = new StringBuilder("/exec?container=").append(escaped(container));
    query.append("&stdout=true&stderr=true");
    words.forEach(word -> query.append("&command=").append(escaped(word)));
    return query.toString();
  }

  private static String escaped(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static JsonNode status(Said said) {
    try {
      return MAPPER.readTree(said.status());
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  private static Ran.Ending ending(JsonNode status) {
    if (status.path("status").asText("").equals("Success")) {
      return new Ran.Ending.Exited(0);
    }
    for (JsonNode cause : status.path("details").path("causes")) {
      String code = cause.path("message").asText("");
      if (cause.path("reason").asText("").equals("ExitCode") && code.matches("-?[0-9]{1,5}")) {
        return new Ran.Ending.Exited(Integer.parseInt(code));
      }
    }
    String words = status.path("message").asText("the node did not say why");
    return new Ran.Ending.NotRun(
        words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "…" : words);
  }
}

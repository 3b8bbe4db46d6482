package org.lazaretto.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/**
 * Details of one object, read when somebody asks for them. All calls block. An object that has the
 * name but not the UID is another one: the one that was asked for is gone.
 */
public final class ObjectDetails {
  private static final int MOST_PREVIOUS_BYTES = 4 << 20;

  private final ClusterReads reads;

  /** Details by way of these reads. */
  public ObjectDetails(ClusterReads reads) {
    this.reads = reads;
  }

  /** The object as YAML. */
  public Detail<String> yaml(ObjectRef object) {
    return ask(() -> reads.yaml(object));
  }

  /** What a pod's object says in full. */
  public Detail<PodDetails> pod(ObjectRef pod) {
    return ask(() -> new PodDetailsReader(object(pod)).read());
  }

  /** What the object of a node or a workload says in full. */
  public Detail<ObjectFacts> facts(ObjectRef object) {
    return ask(() -> facts(object(object)));
  }

  /**
   * The log of a pod's container, following, each line after its RFC 3339 time and a space; the
   * caller closes the stream.
   */
  public Detail<InputStream> log(ObjectRef pod, String container, int tailLines) {
    return ask(() -> reads.follow(pod, container, tailLines));
  }

  /**
   * The log of the instance before the last restart, each line after its RFC 3339 time and a space;
   * of a long one its first 4 MiB after so many lines before its end.
   */
  public Detail<byte[]> previousLog(ObjectRef pod, String container, int tailLines) {
    String query =
        "/log?previous=true&timestamps=true&container=%s&tailLines=%d&limitBytes=%d"
            .formatted(escaped(container), tailLines, MOST_PREVIOUS_BYTES);
    return ask(() -> reads.raw(path(pod) + query).bytes());
  }

  /** The events about the object with that UID, latest first. */
  public Detail<List<EventEntry>> events(ObjectRef object) {
    return ask(
        () -> EventsReader.read(Tree.of(reads.raw(eventsPath(object)).bytes(), "the events are")));
  }

  private JsonNode object(ObjectRef ref) throws PortException {
    JsonNode tree = Tree.of(reads.raw(path(ref)).bytes(), "the object is");
    String uid = Tree.text(tree.path("metadata"), "uid");
    if (!ref.uid().isEmpty() && !uid.equals(ref.uid())) {
      throw new PortException(
          PortException.Kind.NOT_FOUND, "another " + ref.kind() + " has this name now");
    }
    return tree;
  }

  private static ObjectFacts facts(JsonNode object) {
    JsonNode status = object.path("status");
    JsonNode info = status.path("nodeInfo");
    List<String> system =
        List.of(Tree.text(info, "osImage"), Tree.text(info, "kernelVersion")).stream()
            .filter(text -> !text.isEmpty())
            .toList();
    return new ObjectFacts(
        Tree.time(object.path("metadata"), "creationTimestamp"),
        Tree.conditions(status),
        system,
        Tree.texts(object.path("metadata").path("annotations")));
  }

  private static String path(ObjectRef object) throws PortException {
    ObservedKind kind =
        Arrays.stream(ObservedKind.values())
            .filter(k -> k.kind().equals(object.kind()))
            .filter(k -> k.apiVersion().equals(object.apiVersion()))
            .findFirst()
            .orElseThrow(() ->
                new PortException(
                    PortException.Kind.INVALID,
                    "objects of kind " + object.kind() + " are not dealt with here"));
    return kind.path(escaped(object.namespace()), escaped(object.name()));
  }

  /**
   * Events of cluster-scoped objects lie in the namespace {@code default}. The kubelet writes a
   * node's name where its UID belongs, so a node's events are found by name.
   */
  private static String eventsPath(ObjectRef object) {
    boolean scoped = object.namespace().isEmpty();
    String selector =
        scoped
            ? "involvedObject.kind=" + object.kind() + ",involvedObject.name=" + object.name()
            : "involvedObject.uid=" + object.uid();
    return "/api/v1/namespaces/"
        + escaped(scoped ? "default" : object.namespace())
        + "/events?limit=500&fieldSelector="
        + escaped(selector);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A question whose failure becomes a value. */
  @FunctionalInterface
  private interface Question<T> {
    T answer() throws PortException;
  }

  private static <T> Detail<T> ask(Question<T> question) {
    try {
      return new Detail.Read<>(question.answer());
    } catch (PortException failure) {
      String reason = failure.getMessage();
      return switch (failure.kind()) {
        case NOT_FOUND -> new Detail.Gone<>(reason);
        case FORBIDDEN -> new Detail.Denied<>(reason);
        default -> new Detail.Unavailable<>(failure.kind().name(), reason);
      };
    }
  }
}

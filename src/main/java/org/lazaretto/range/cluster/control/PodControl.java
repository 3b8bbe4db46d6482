package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.lazaretto.range.cluster.loop.PodFacts;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.object.Names;
import org.lazaretto.range.cluster.object.Owners;
import org.lazaretto.range.cluster.object.PodTemplates;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;

/** How controllers make and end the pods of a workload, and what they report of it. */
public final class PodControl {
  private final ObjectStore store;
  private final Recorder events;
  private final Names names;
  private final PodAdmission admission;

  /** Makes names from these. */
  public PodControl(ObjectStore store, Recorder events, Names names) {
    this.store = store;
    this.events = events;
    this.names = names;
    this.admission = new PodAdmission(store);
  }

  /** Makes a pod from the owner's template under a name of its own. */
  void create(JsonNode owner) {
    String base = nameOf(owner);
    create(owner, prepared(owner, base + "-" + freeSuffix(owner, base)));
  }

  /** A pod from the owner's template, not yet in the store, so that it can be completed. */
  ObjectNode prepared(JsonNode owner, String name) {
    return PodTemplates.pod(
        owner.path("spec").path("template"),
        owner.path("metadata").path("namespace").asText(),
        name,
        Owners.controller(owner));
  }

  private String freeSuffix(JsonNode owner, String base) {
    String namespace = owner.path("metadata").path("namespace").asText();
    String suffix = names.suffix();
    while (store.get(ResourceTypes.PODS, namespace, base + "-" + suffix).isPresent()) {
      suffix = names.suffix();
    }
    return suffix;
  }

  /** A name that nobody has, for a pod of this owner. */
  String freeName(JsonNode owner) {
    String base = nameOf(owner);
    return base + "-" + freeSuffix(owner, base);
  }

  private static String nameOf(JsonNode owner) {
    return owner.path("metadata").path("name").asText();
  }

  /** Makes a prepared pod. */
  void create(JsonNode owner, ObjectNode pod) {
    create(owner, pod, "Created pod: " + pod.path("metadata").path("name").asText());
  }

  /**
   * Makes a prepared pod and says so in these words.
   *
   * @throws ApiProblem if it may not be; that is recorded too
   */
  void create(JsonNode owner, ObjectNode pod, String message) {
    ObjectNode metadata = (ObjectNode) pod.path("metadata");
    metadata.put("generateName", nameOf(owner) + "-");
    try {
      admission.admit(pod);
      store.create(ResourceTypes.PODS, pod);
    } catch (ApiProblem refused) {
      String why = "Error creating: " + refused.message();
      events.record(owner, Note.warning("FailedCreate", why), source(owner));
      throw refused;
    }
    events.record(owner, Note.normal("SuccessfulCreate", message), source(owner));
  }

  /** Ends a pod, with the grace that it asks for. */
  void delete(JsonNode owner, PodFacts pod) {
    delete(owner, pod, "Deleted pod: " + pod.key().name());
  }

  /** Ends a pod and says so in these words. */
  void delete(JsonNode owner, PodFacts pod, String message) {
    store.delete(
        ResourceTypes.PODS,
        pod.key().namespace(),
        pod.key().name(),
        Deletion.gracefully().onlyUid(pod.stored().uid()));
    events.record(owner, Note.normal("SuccessfulDelete", message), source(owner));
  }

  private static String source(JsonNode owner) {
    return owner.path("kind").asText().toLowerCase(Locale.ROOT) + "-controller";
  }
}

package org.lazaretto.plan.recover;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Planned;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.TakeBack;

/** A case that closed a service and cordoned a node, and how the cluster looks now. */
final class ChangedCase {
  static final ObjectRef SERVICE = ObservedKind.SERVICE.ref("shop", "web", "uid-web");
  static final ObjectRef NODE = ObservedKind.NODE.ref("", "n1", "uid-node-n1");
  static final PodRef BAD = new PodRef("a", "bad", "uid-pod-a-bad");
  static final String SELECTOR = "/spec/selector/x";

  static ClusterSnapshot seen() {
    return new ClusterBuilder().node("n1", "z1").build();
  }

  static Applied closed() {
    FieldEdit back = new FieldEdit.Value(SELECTOR, Optional.of("\"y\""), Optional.empty());
    return new Applied(7, "Close Service shop/web", "close-service", edits(SERVICE, back));
  }

  static Applied cordoned() {
    FieldEdit back =
        new FieldEdit.Value("/spec/unschedulable", Optional.of("true"), Optional.empty());
    return new Applied(3, "Cordon n1", "cordon-node", edits(NODE, back));
  }

  static TakeBack.Edits edits(ObjectRef target, FieldEdit... edits) {
    return new TakeBack.Edits(target, List.of(edits));
  }

  static Map<ObjectRef, LiveFields> live(String selector) {
    return Map.of(
        SERVICE, new LiveFields(SERVICE, Map.of(SELECTOR, selector)),
        NODE, new LiveFields(NODE, Map.of("/spec/unschedulable", "true")));
  }

  static History history(Map<ObjectRef, LiveFields> live) {
    return new History(List.of(cordoned(), closed()), Map.of(BAD, "n1"), live);
  }

  static Request.Recover request(String... leave) {
    return new Request.Recover(List.of(BAD), "patched", List.of(leave));
  }

  static Plan plan(ClusterSnapshot seen, Request.Recover request, History history) {
    return Planned.of(RecoverPlanner.plan(seen, request, history));
  }

  static List<String> ids(Plan plan) {
    return plan.findings().stream().map(Finding::id).toList();
  }

  private ChangedCase() {}
}

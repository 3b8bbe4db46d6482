package org.lazaretto.range.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lazaretto.range.store.Objects.json;
import static org.lazaretto.range.store.Objects.pod;
import static org.lazaretto.range.store.ResourceTypes.DEPLOYMENTS;
import static org.lazaretto.range.store.ResourceTypes.PODS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.clock.SteppedClock;

class ObjectStoreTest {
  private final SteppedClock clock = new SteppedClock(Objects.START);
  private final ObjectStore store = Objects.store(clock);

  @Test
  void a_created_object_gets_identity_and_a_revision() {
    Stored made = store.create(PODS, pod("a"));

    assertThat(made.uid())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(made.tree().at("/metadata/creationTimestamp").asText())
        .isEqualTo("2026-03-01T10:00:00Z");
    assertThat(made.tree().at("/metadata/resourceVersion").asText())
        .isEqualTo(String.valueOf(store.snapshot().revision()));
    assertThat(made.tree().path("kind").asText()).isEqualTo("Pod");
    assertThat(made.tree().at("/metadata/generation").asInt()).isEqualTo(1);
  }

  @Test
  void a_generated_name_begins_as_asked() {
    ObjectNode tree = json("{'metadata':{'generateName':'web-','namespace':'shop'}}");

    Stored made = store.create(PODS, tree);

    assertThat(made.name()).matches("web-[bcdfghjklmnpqrstvwxz2456789]{5}");
  }

  @Test
  void an_object_without_a_name_is_invalid() {
    assertThatThrownBy(() -> store.create(PODS, json("{'metadata':{'namespace':'shop'}}")))
        .isInstanceOfSatisfying(ApiProblem.class, p -> assertThat(p.code()).isEqualTo(422));
  }

  @Test
  void a_taken_name_is_refused_in_the_words_of_a_server() {
    store.create(DEPLOYMENTS, pod("a"));

    assertThatThrownBy(() -> store.create(DEPLOYMENTS, pod("a")))
        .hasMessage("deployments.apps \"a\" already exists");
  }

  @Test
  void a_list_is_ordered_and_can_be_of_one_namespace() {
    store.create(PODS, pod("b"));
    store.create(PODS, pod("a"));
    store.create(PODS, json("{'metadata':{'name':'c','namespace':'shop-2'}}"));
    store.create(PODS, json("{'metadata':{'name':'z','namespace':'alpha'}}"));

    assertThat(store.list(PODS, Optional.empty()))
        .extracting(Stored::name)
        .containsExactly("z", "a", "b", "c");
    assertThat(store.list(PODS, Optional.of("shop")))
        .extracting(Stored::name)
        .containsExactly("a", "b");
  }

  @Test
  void an_update_of_an_old_version_is_a_conflict() {
    Stored old = store.create(PODS, pod("a"));
    label(old, "one");
    ObjectNode stale = old.tree();
    ObjectNode labels = Json.child(Json.child(stale, "metadata"), "labels");
    labels.put("stage", "two");

    assertThatThrownBy(() -> store.update(PODS, "shop", "a", now -> stale))
        .hasMessage(
            "Operation cannot be fulfilled on pods \"a\": the object has been modified; please"
                + " apply your changes to the latest version and try again");
  }

  private Stored label(Stored object, String value) {
    return store.update(
        object.type(),
        object.namespace(),
        object.name(),
        tree -> {
          Json.child(Json.child(tree, "metadata"), "labels").put("stage", value);
          return tree;
        });
  }

  @Test
  void an_update_that_changes_nothing_makes_no_version() {
    Stored made = store.create(PODS, pod("a"));

    Stored same = store.update(PODS, "shop", "a", tree -> tree);

    assertThat(same.resourceVersion()).isEqualTo(made.resourceVersion());
    assertThat(store.snapshot().revision()).isEqualTo(made.resourceVersion());
  }

  @Test
  void a_number_of_another_width_changes_nothing() {
    store.create(
        DEPLOYMENTS, json("{'metadata':{'name':'d','namespace':'x'},'spec':{'replicas':3}}"));
    long before = store.snapshot().revision();

    store.update(
        DEPLOYMENTS,
        "x",
        "d",
        tree -> {
          Json.child(tree, "spec").put("replicas", 3L);
          return tree;
        });

    assertThat(store.snapshot().revision()).isEqualTo(before);
  }

  @Test
  void a_changed_spec_raises_the_generation_and_a_changed_status_does_not() {
    store.create(
        DEPLOYMENTS, json("{'metadata':{'name':'d','namespace':'x'},'spec':{'replicas':3}}"));

    store.update(DEPLOYMENTS, "x", "d", Objects.put("status", "replicas", 3));
    Stored scaled = store.update(DEPLOYMENTS, "x", "d", Objects.put("spec", "replicas", 4));

    assertThat(scaled.tree().at("/metadata/generation").asInt()).isEqualTo(2);
  }

  @Test
  void identity_cannot_be_changed() {
    Stored made = store.create(PODS, pod("a"));

    Stored after =
        store.update(
            PODS,
            "shop",
            "a",
            tree -> {
              Json.child(tree, "metadata").put("creationTimestamp", "2001-01-01T00:00:00Z");
              Json.child(tree, "metadata").put("deletionTimestamp", "2001-01-01T00:00:00Z");
              return tree;
            });

    assertThat(after.resourceVersion()).isEqualTo(made.resourceVersion());
  }

  @Test
  void a_pod_on_a_node_waits_for_its_kubelet() {
    store.create(PODS, pod("a"));

    Removal asked = store.delete(PODS, "shop", "a", Deletion.gracefully());
    Removal again = store.delete(PODS, "shop", "a", Deletion.gracefully());
    Removal finished = store.delete(PODS, "shop", "a", Deletion.now());

    assertThat(asked.gone()).isFalse();
    assertThat(asked.object().tree().at("/metadata/deletionTimestamp").asText())
        .isEqualTo("2026-03-01T10:00:30Z");
    assertThat(again.object().resourceVersion()).isEqualTo(asked.object().resourceVersion());
    assertThat(finished.gone()).isTrue();
    assertThat(store.get(PODS, "shop", "a")).isEmpty();
  }

  @Test
  void a_second_deletion_shortens_the_grace_but_never_lengthens_it() {
    store.create(PODS, pod("a"));
    store.delete(PODS, "shop", "a", Deletion.gracefully().grace(20));
    clock.advance(Duration.ofSeconds(2));

    store.delete(PODS, "shop", "a", Deletion.gracefully().grace(60));
    Removal shortened = store.delete(PODS, "shop", "a", Deletion.gracefully().grace(5));

    assertThat(shortened.object().tree().at("/metadata/deletionTimestamp").asText())
        .isEqualTo("2026-03-01T10:00:05Z");
  }

  @Test
  void a_pod_without_a_node_goes_at_once() {
    store.create(PODS, json("{'metadata':{'name':'p','namespace':'x'}}"));

    assertThat(store.delete(PODS, "x", "p", Deletion.gracefully()).gone()).isTrue();
  }

  @Test
  void an_object_with_a_finalizer_goes_when_the_finalizer_is_taken() {
    store.create(
        DEPLOYMENTS,
        json("{'metadata':{'name':'d','namespace':'x','finalizers':['example.com/wait']}}"));

    Removal asked = store.delete(DEPLOYMENTS, "x", "d", Deletion.gracefully());
    assertThat(asked.gone()).isFalse();
    assertThat(store.get(DEPLOYMENTS, "x", "d").orElseThrow().deleting()).isTrue();
    store.update(
        DEPLOYMENTS,
        "x",
        "d",
        tree -> {
          Json.child(tree, "metadata").remove("finalizers");
          return tree;
        });

    assertThat(store.get(DEPLOYMENTS, "x", "d")).isEmpty();
  }

  @Test
  void a_foreground_deletion_waits_for_the_dependents() {
    store.create(DEPLOYMENTS, json("{'metadata':{'name':'d','namespace':'x'}}"));

    Removal asked = store.delete(DEPLOYMENTS, "x", "d", Deletion.gracefully().afterDependents());

    assertThat(asked.gone()).isFalse();
    assertThat(asked.object().tree().at("/metadata/finalizers/0").asText())
        .isEqualTo("foregroundDeletion");
  }

  @Test
  void a_deletion_meant_for_another_object_of_that_name_is_a_conflict() {
    Stored made = store.create(PODS, pod("a"));

    assertThatThrownBy(
            () -> store.delete(PODS, "shop", "a", Deletion.gracefully().onlyUid("other")))
        .hasMessageContaining(
            "the UID in the precondition (other) does not match the UID in record")
        .hasMessageContaining(made.uid());
    assertThatThrownBy(
            () -> store.delete(PODS, "shop", "a", Deletion.gracefully().onlyVersion("7")))
        .hasMessageContaining("the ResourceVersion in the precondition (7)");
  }

  @Test
  void what_is_not_there_cannot_be_deleted() {
    assertThatThrownBy(() -> store.delete(PODS, "shop", "a", Deletion.now()))
        .hasMessage("pods \"a\" not found");
  }

  @Test
  void pods_are_found_by_node_and_owner_as_they_change() {
    ObjectNode tree = pod("a");
    Json.child(tree, "metadata").putArray("ownerReferences").addObject().put("uid", "u-1");
    store.create(PODS, tree);

    assertThat(store.podsOnNode("node-a")).extracting(Stored::name).containsExactly("a");
    assertThat(store.byOwner("u-1")).extracting(Stored::name).containsExactly("a");
    store.update(PODS, "shop", "a", Objects.put("spec", "nodeName", "node-b"));
    assertThat(store.podsOnNode("node-a")).isEmpty();
    assertThat(store.podsOnNode("node-b")).hasSize(1);
    store.delete(PODS, "shop", "a", Deletion.now());
    assertThat(store.podsOnNode("node-b")).isEmpty();
    assertThat(store.byOwner("u-1")).isEmpty();
  }

  @Test
  void a_rehearsal_answers_the_same_and_changes_nothing() {
    store.create(PODS, pod("a"));
    long before = store.snapshot().revision();
    Changes rehearsal = store.rehearsal();

    assertThat(rehearsal.create(PODS, pod("b")).name()).isEqualTo("b");
    assertThat(rehearsal.delete(PODS, "shop", "a", Deletion.now()).gone()).isTrue();
    assertThat(rehearsal.update(PODS, "shop", "a", Objects.put("spec", "nodeName", "n")).fields())
        .containsEntry("spec.nodeName", "n");
    assertThatThrownBy(() -> rehearsal.create(PODS, pod("a"))).isInstanceOf(ApiProblem.class);

    assertThat(store.snapshot().revision()).isEqualTo(before);
    assertThat(store.list(PODS, Optional.empty())).hasSize(1);
  }

  @Test
  void a_pinned_snapshot_stays_until_the_past_is_compacted() {
    store.create(PODS, pod("a"));
    Snapshot kept = store.snapshot();
    store.pin(kept);
    store.delete(PODS, "shop", "a", Deletion.now());

    assertThat(store.pinned(kept.revision()).orElseThrow().list(PODS, Optional.empty())).hasSize(1);
    store.compact();
    assertThat(store.pinned(kept.revision())).isEmpty();
  }
}

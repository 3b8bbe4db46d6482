package org.lazaretto.range.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lazaretto.range.store.Objects.json;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PatchTest {
  private static Patch patch(String kind, ResourceType type, String body) {
    byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return Patch.read("application/" + kind + "+json", bytes, type).orElseThrow();
  }

  private static void strategic(ResourceType type, String before, String body, String after) {
    assertThat(patch("strategic-merge-patch", type, body).apply(json(before)))
        .isEqualTo(json(after));
  }

  private static void pods(String before, String body, String after) {
    strategic(ResourceTypes.PODS, before, body, after);
  }

  @Test
  void an_unknown_kind_of_patch_is_none() {
    assertThat(Patch.read("application/apply-patch+yaml", new byte[0], ResourceTypes.PODS))
        .isEmpty();
  }

  @Test
  void operations_apply_together_or_not_at_all() {
    Patch works = patch("json-patch", ResourceTypes.PODS, "[{'op':'add','path':'/a','value':1}]");
    Patch fails =
        patch(
            "json-patch",
            ResourceTypes.PODS,
            "[{'op':'add','path':'/a','value':1},{'op':'test','path':'/b','value':9}]");

    assertThat(works.apply(json("{'b':2}"))).isEqualTo(json("{'b':2,'a':1}"));
    assertThatThrownBy(() -> fails.apply(json("{'b':2}")))
        .hasMessage("the server rejected our request due to an error in our request")
        .isInstanceOfSatisfying(ApiProblem.class, p -> assertThat(p.code()).isEqualTo(422));
  }

  @Test
  void operations_that_replace_the_object_by_something_else_are_refused() {
    Patch patch =
        patch("json-patch", ResourceTypes.PODS, "[{'op':'replace','path':'','value':[]}]");

    assertThatThrownBy(() -> patch.apply(json("{}"))).isInstanceOf(ApiProblem.class);
  }

  @Test
  void a_merge_removes_by_null_and_replaces_lists() {
    Patch patch =
        patch("merge-patch", ResourceTypes.PODS, "{'a':null,'l':[3],'m':{'n':{'x':null,'y':1}}}");

    assertThat(patch.apply(json("{'a':1,'l':[1,2],'k':0}")))
        .isEqualTo(json("{'l':[3],'k':0,'m':{'n':{'y':1}}}"));
  }

  @Test
  void a_patch_leaves_the_given_tree_alone() {
    var before = json("{'a':{'b':1}}");

    patch("merge-patch", ResourceTypes.PODS, "{'a':{'b':2}}").apply(before);
    patch("json-patch", ResourceTypes.PODS, "[{'op':'remove','path':'/a'}]").apply(before);
    patch("strategic-merge-patch", ResourceTypes.PODS, "{'a':null}").apply(before);

    assertThat(before).isEqualTo(json("{'a':{'b':1}}"));
  }

  @Test
  void containers_merge_by_name() {
    pods(
        "{'spec':{'containers':[{'name':'a','image':'x:1','env':[{'name':'E','value':'1'}]},{'name':'b'}]}}",
        "{'spec':{'containers':[{'name':'a','image':'x:2','env':[{'name':'F','value':'2'}]},{'name':'c'}]}}",
        "{'spec':{'containers':[{'name':'a','image':'x:2','env':[{'name':'E','value':'1'},{'name':'F','value':'2'}]},{'name':'b'},{'name':'c'}]}}");
  }

  @Test
  void ports_merge_by_the_number_that_their_parent_says() {
    pods(
        "{'spec':{'containers':[{'name':'a','ports':[{'containerPort':80}]}]}}",
        "{'spec':{'containers':[{'name':'a','ports':[{'containerPort':80,'name':'http'}]}]}}",
        "{'spec':{'containers':[{'name':'a','ports':[{'containerPort':80,'name':'http'}]}]}}");
    strategic(
        ResourceTypes.SERVICES,
        "{'spec':{'ports':[{'port':80}]}}",
        "{'spec':{'ports':[{'port':443}]}}",
        "{'spec':{'ports':[{'port':80},{'port':443}]}}");
  }

  @Test
  void taints_and_tolerations_are_replaced_as_a_whole() {
    strategic(
        ResourceTypes.NODES,
        "{'spec':{'taints':[{'key':'a','effect':'NoSchedule'}]}}",
        "{'spec':{'taints':[{'key':'b','effect':'NoExecute'}]}}",
        "{'spec':{'taints':[{'key':'b','effect':'NoExecute'}]}}");
    pods(
        "{'spec':{'tolerations':[{'key':'a'}]}}",
        "{'spec':{'tolerations':[{'key':'b'}]}}",
        "{'spec':{'tolerations':[{'key':'b'}]}}");
  }

  @Test
  void conditions_merge_by_type() {
    strategic(
        ResourceTypes.NODES,
        "{'status':{'conditions':[{'type':'Ready','status':'True'},{'type':'X','status':'False'}]}}",
        "{'status':{'conditions':[{'type':'Ready','status':'False'}]}}",
        "{'status':{'conditions':[{'type':'Ready','status':'False'},{'type':'X','status':'False'}]}}");
  }

  @Test
  void directives_delete_and_replace() {
    pods(
        "{'spec':{'containers':[{'name':'a'},{'name':'b'}]}}",
        "{'spec':{'containers':[{'name':'a','$patch':'delete'}]}}",
        "{'spec':{'containers':[{'name':'b'}]}}");
    pods(
        "{'spec':{'containers':[{'name':'a'},{'name':'b'}]}}",
        "{'spec':{'containers':[{'$patch':'replace'},{'name':'c'}]}}",
        "{'spec':{'containers':[{'name':'c'}]}}");
    pods("{'a':{'x':1}}", "{'a':{'$patch':'replace','y':2}}", "{'a':{'y':2}}");
    pods("{'a':{'x':1}}", "{'a':{'$patch':'delete'}}", "{'a':{}}");
  }

  @Test
  void retained_keys_drop_all_others() {
    strategic(
        ResourceTypes.DEPLOYMENTS,
        "{'spec':{'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxSurge':1}}}}",
        "{'spec':{'strategy':{'$retainKeys':['type'],'type':'Recreate'}}}",
        "{'spec':{'strategy':{'type':'Recreate'}}}");
  }

  @Test
  void finalizers_are_a_set_with_a_way_to_take_out() {
    pods("{'finalizers':['a']}", "{'finalizers':['b','a']}", "{'finalizers':['a','b']}");
    pods(
        "{'finalizers':['a','b']}",
        "{'$deleteFromPrimitiveList/finalizers':['a']}",
        "{'finalizers':['b']}");
  }

  @Test
  void the_order_of_entries_follows_the_patch() {
    pods(
        "{'spec':{'containers':[{'name':'a'},{'name':'b'},{'name':'z'}]}}",
        "{'spec':{'$setElementOrder/containers':[{'name':'c'},{'name':'b'},{'name':'a'}],'containers':[{'name':'c'}]}}",
        "{'spec':{'containers':[{'name':'c'},{'name':'b'},{'name':'a'},{'name':'z'}]}}");
  }

  @Test
  void an_entry_without_its_merge_key_is_refused() {
    Patch patch =
        patch(
            "strategic-merge-patch", ResourceTypes.PODS, "{'spec':{'containers':[{'image':'x'}]}}");

    assertThatThrownBy(() -> patch.apply(json("{'spec':{}}")))
        .hasMessageContaining("does not contain declared merge key: name");
  }

  @Test
  void what_is_no_patch_is_refused() {
    assertThatThrownBy(() -> patch("merge-patch", ResourceTypes.PODS, "[1"))
        .hasMessageStartingWith("error decoding patch:");
    assertThatThrownBy(() -> patch("merge-patch", ResourceTypes.PODS, "[]"))
        .isInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> patch("json-patch", ResourceTypes.PODS, "{}"))
        .isInstanceOf(ApiProblem.class);
  }
}

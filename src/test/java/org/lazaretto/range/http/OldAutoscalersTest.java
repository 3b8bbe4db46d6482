package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.range.Kubectl;

/** One autoscaler, said in two versions. */
class OldAutoscalersTest {
  private static final String OLD = "/apis/autoscaling/v1/namespaces/shop/horizontalpodautoscalers";
  private static final String NEW = "/apis/autoscaling/v2/namespaces/shop/horizontalpodautoscalers";
  private static final String TWO_METRICS =
      "{'metadata':{'name':'web'},'spec':{'maxReplicas':4,"
          + "'scaleTargetRef':{'apiVersion':'apps/v1','kind':'Deployment','name':'web'},"
          + "'behavior':{'scaleDown':{'stabilizationWindowSeconds':60}},'metrics':["
          + "{'type':'Resource','resource':{'name':'memory',"
          + "'target':{'type':'AverageValue','averageValue':'1Gi'}}},"
          + "{'type':'Resource','resource':{'name':'cpu',"
          + "'target':{'type':'Utilization','averageUtilization':70}}}]}}";
  private PracticeServer practice;
  private TestClient client;

  @BeforeEach
  void start() throws IOException {
    practice = new PracticeServer();
    client = TestClient.admin(practice);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    practice.close();
  }

  private TestClient.Reply created() {
    return client.post(
        OLD,
        "{'kind':'HorizontalPodAutoscaler','apiVersion':'autoscaling/v1',"
            + "'metadata':{'name':'web'},'spec':{'maxReplicas':5,"
            + "'targetCPUUtilizationPercentage':60,"
            + "'scaleTargetRef':{'apiVersion':'apps/v1','kind':'Deployment','name':'web'}}}");
  }

  @Test
  void what_is_made_in_the_old_version_is_there_in_both() {
    TestClient.Reply made = created();
    assertThat(made.code()).isEqualTo(201);
    assertThat(made.at("/apiVersion")).isEqualTo("autoscaling/v1");
    assertThat(made.at("/spec/targetCPUUtilizationPercentage")).isEqualTo("60");
    assertThat(made.at("/spec/minReplicas")).isEqualTo("1");

    TestClient.Reply now = client.get(NEW + "/web");
    assertThat(now.at("/apiVersion")).isEqualTo("autoscaling/v2");
    assertThat(now.at("/spec/metrics/0/resource/target/averageUtilization")).isEqualTo("60");
    assertThat(now.json().at("/spec").has("targetCPUUtilizationPercentage")).isFalse();
    assertThat(client.get(OLD).at("/items/0/apiVersion")).isEqualTo("autoscaling/v1");
    assertThat(client.get(OLD).at("/apiVersion")).isEqualTo("autoscaling/v1");
  }

  @Test
  void what_the_old_version_cannot_say_stands_in_annotations_and_survives_an_update() {
    assertThat(client.post(NEW, TWO_METRICS).code()).isEqualTo(201);
    TestClient.Reply old = client.get(OLD + "/web");
    assertThat(old.at("/spec/targetCPUUtilizationPercentage")).isEqualTo("70");
    assertThat(old.at("/metadata/annotations/autoscaling.alpha.kubernetes.io~1metrics"))
        .contains("memory")
        .doesNotContain("cpu");

    TestClient.Reply put =
        client.put(OLD + "/web", old.text().replace("\"maxReplicas\":4", "\"maxReplicas\":6"));
    assertThat(put.code()).as(put.text()).isEqualTo(200);
    TestClient.Reply now = client.get(NEW + "/web");
    assertThat(now.at("/spec/maxReplicas")).isEqualTo("6");
    assertThat(now.json().at("/spec/metrics")).hasSize(2);
    assertThat(now.at("/spec/behavior/scaleDown/stabilizationWindowSeconds")).isEqualTo("60");
    assertThat(now.json().at("/metadata").has("annotations")).isFalse();
  }

  @Test
  void a_patch_is_read_in_the_version_it_is_sent_to() {
    created();
    TestClient.Reply patched =
        client.patch(
            OLD + "/web",
            "strategic-merge-patch",
            "{'spec':{'targetCPUUtilizationPercentage':90}}");
    assertThat(patched.at("/spec/targetCPUUtilizationPercentage")).isEqualTo("90");
    assertThat(client.get(NEW + "/web").at("/spec/metrics/0/resource/target/averageUtilization"))
        .isEqualTo("90");
    assertThat(client.get(NEW + "/web").json().at("/spec/metrics")).hasSize(1);
  }

  @Test
  void it_is_applied_and_watched_in_the_old_version() {
    String wanted =
        "{'apiVersion':'autoscaling/v1','kind':'HorizontalPodAutoscaler','spec':{'maxReplicas':3,"
            + "'targetCPUUtilizationPercentage':PERCENT,'scaleTargetRef':{'kind':'Deployment','name':'web'}}}";
    for (int percent : new int[] {40, 45}) {
      TestClient.Reply applied =
          client.send(
              "PATCH",
              OLD + "/web?fieldManager=ann",
              "application/apply-patch+yaml",
              wanted.replace("PERCENT", String.valueOf(percent)));
      assertThat(applied.code()).as(applied.text()).isEqualTo(percent == 40 ? 201 : 200);
      assertThat(applied.at("/spec/targetCPUUtilizationPercentage"))
          .isEqualTo(String.valueOf(percent));
    }
    assertThat(client.get(NEW + "/web").json().at("/spec/metrics")).hasSize(1);
    assertThat(client.lines(OLD + "?watch=1").iterator().next())
        .contains("\"apiVersion\":\"autoscaling/v1\"", "\"targetCPUUtilizationPercentage\":45");
  }

  @Test
  void what_comes_with_the_row_of_a_table_is_in_the_old_version() {
    created();
    String table = "application/json;as=Table;v=v1;g=meta.k8s.io";
    TestClient.Reply rows = client.header("Accept", table).get(OLD + "?includeObject=Object");
    assertThat(rows.at("/rows/0/object/spec/targetCPUUtilizationPercentage")).isEqualTo("60");
    assertThat(rows.at("/rows/0/cells/2")).isEqualTo("cpu: <unknown>/60%");
  }

  @Test
  void an_annotation_that_cannot_be_read_is_dropped() {
    TestClient.Reply made =
        client.post(
            OLD,
            "{'metadata':{'name':'odd','annotations':{"
                + "'autoscaling.alpha.kubernetes.io/metrics':'{{'}},'spec':{'maxReplicas':2,"
                + "'scaleTargetRef':{'kind':'Deployment','name':'web'}}}");
    assertThat(made.code()).isEqualTo(201);
    assertThat(client.get(NEW + "/odd").json().at("/metadata").has("annotations")).isFalse();
    assertThat(client.get(NEW + "/odd").json().at("/spec/metrics")).hasSize(1);
  }

  @Test
  void a_wrong_version_is_refused_and_the_new_one_is_preferred() {
    assertThat(client.post(OLD, "{'apiVersion':'autoscaling/v2'}").code()).isEqualTo(400);
    assertThat(client.get("/apis/autoscaling").at("/preferredVersion/version")).isEqualTo("v2");
    assertThat(client.get("/apis/autoscaling").at("/versions/1/version")).isEqualTo("v1");
    assertThat(client.get("/openapi/v3/apis/autoscaling/v1").text())
        .contains("targetCPUUtilizationPercentage");
  }

  @Test
  void kubectl_autoscales_shows_and_deletes(@TempDir Path home) throws Exception {
    Kubectl.isNeeded();
    Kubectl kubectl = new Kubectl(practice.kubeconfig(home), home);
    String[] words = {"autoscale", "deploy", "web", "-n", "shop", "--max=7", "--cpu-percent=55"};
    assertThat(kubectl.ok(words)).contains("horizontalpodautoscaler.autoscaling/web autoscaled");
    assertThat(kubectl.ok("get", "hpa", "-n", "shop").lines().toList())
        .anyMatch(l -> l.matches("NAME +REFERENCE +TARGETS +MINPODS +MAXPODS +REPLICAS +AGE"))
        .anyMatch(l -> l.matches("web +Deployment/web +cpu: <unknown>/55% +1 +7 +0 +.*"));
    String percent = "jsonpath={.spec.targetCPUUtilizationPercentage}";
    assertThat(
            kubectl.ok(
                "get",
                "horizontalpodautoscalers.v1.autoscaling",
                "web",
                "-n",
                "shop",
                "-o",
                percent))
        .isEqualTo("55");
    assertThat(kubectl.ok("explain", "hpa.spec", "--api-version=autoscaling/v1"))
        .contains("targetCPUUtilizationPercentage");
    assertThat(kubectl.ok("describe", "hpa", "web", "-n", "shop")).contains("Max replicas:");
    assertThat(kubectl.ok("delete", "hpa", "web", "-n", "shop")).contains("deleted");
  }
}

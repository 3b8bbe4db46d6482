package org.lazaretto.range.http.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lazaretto.range.clock.SteppedClock;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

class RowsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private final ObjectStore store = new ObjectStore(new SteppedClock(NOW));

  private static ObjectNode json(String text) {
    return Json.object(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  /** The cells of one object's row. */
  private List<String> row(ResourceType type, String rest) {
    ObjectNode object = json("{'metadata':{'name':'x','namespace':'n'}," + rest + "}");
    JsonNode table =
        Tables.table(
            type,
            Json.object(),
            List.of(store.create(type, object)),
            Tables.Include.NONE,
            true,
            NOW.plusSeconds(60));
    List<String> cells = new ArrayList<>();
    table.at("/rows/0/cells").forEach(cell -> cells.add(cell.asText()));
    assertThat(table.at("/columnDefinitions")).hasSameSizeAs(cells);
    return cells;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'phase':'Pending' | 0/1 | Pending | 0",
        "'phase':'Failed','reason':'Evicted' | 0/1 | Evicted | 0",
        "'phase':'Pending','containerStatuses':[{'name':'c','state':{'waiting':{'reason':'ContainerCreating'}}}] | 0/1 | ContainerCreating | 0",
        "'phase':'Running','containerStatuses':[{'name':'c','ready':true,'restartCount':2,'state':{'running':{}},'lastState':{'terminated':{'finishedAt':'2026-03-01T09:58:00Z'}}}] | 1/1 | Running | 2 (3m ago)",
        "'phase':'Running','containerStatuses':[{'name':'c','restartCount':4,'state':{'waiting':{'reason':'CrashLoopBackOff'}}}] | 0/1 | CrashLoopBackOff | 4",
        "'phase':'Succeeded','containerStatuses':[{'name':'c','state':{'terminated':{'reason':'Completed','exitCode':0}}}] | 0/1 | Completed | 0",
        "'phase':'Failed','containerStatuses':[{'name':'c','state':{'terminated':{'exitCode':3}}}] | 0/1 | ExitCode:3 | 0",
        "'phase':'Pending','initContainerStatuses':[{'name':'i','state':{'running':{}}}] | 0/1 | Init:0/1 | 0",
        "'phase':'Pending','initContainerStatuses':[{'name':'i','state':{'waiting':{'reason':'ImagePullBackOff'}}}] | 0/1 | Init:ImagePullBackOff | 0",
        "'phase':'Failed','initContainerStatuses':[{'name':'i','state':{'terminated':{'exitCode':1,'signal':9}}}] | 0/1 | Init:Signal:9 | 0",
      })
  void a_pod_shows_its_state(String status, String ready, String state, String restarts) {
    List<String> cells =
        row(
            ResourceTypes.PODS,
            "'spec':{'initContainers':[{'name':'i'}],'containers':[{'name':'c'}]},'status':{"
                + status
                + "}");

    assertThat(cells.subList(0, 5)).containsExactly("x", ready, state, restarts, "60s");
  }

  @Test
  void a_pod_that_is_being_deleted_is_terminating_unless_it_is_over() {
    ObjectNode pod =
        json(
            "{'metadata':{'deletionTimestamp':'2026-03-01T10:00:30Z'},'status':{'phase':'Running'}}");
    assertThat(new PodStatus(pod).reason()).isEqualTo("Terminating");

    Json.child(pod, "status").put("phase", "Succeeded");
    assertThat(new PodStatus(pod).reason()).isEqualTo("Succeeded");

    Json.child(pod, "status").put("phase", "Running").put("reason", "NodeLost");
    assertThat(new PodStatus(pod).reason()).isEqualTo("Unknown");
  }

  @Test
  void a_sidecar_counts_among_the_containers() {
    ObjectNode pod =
        json(
            "{'spec':{'initContainers':[{'name':'s','restartPolicy':'Always'}],'containers':[{'name':'c'}]},'status':{'phase':'Running','initContainerStatuses':[{'name':'s','started':true,'ready':true,'restartCount':1,'state':{'running':{}}}],'containerStatuses':[{'name':'c','ready':true,'restartCount':0,'state':{'running':{}}}]}}");

    assertThat(new PodStatus(pod).readyOfTotal()).isEqualTo("2/2");
    assertThat(new PodStatus(pod).restarts(NOW)).isEqualTo("1");
  }

  @Test
  void a_node_shows_roles_addresses_and_whether_it_is_closed() {
    List<String> cells =
        row(
            ResourceTypes.NODES,
            "'spec':{'unschedulable':true},'status':{'conditions':[{'type':'Ready','status':'False'}],'addresses':[{'type':'InternalIP','address':'10.0.0.1'}]}");

    assertThat(cells.get(1)).isEqualTo("NotReady,SchedulingDisabled");
    assertThat(cells.get(2)).isEqualTo("<none>");
    assertThat(cells.get(5)).isEqualTo("10.0.0.1");
    assertThat(cells.get(6)).isEqualTo("<none>");
  }

  @Test
  void workloads_show_what_they_want_and_have() {
    String spec =
        "'spec':{'replicas':3,'selector':{'matchLabels':{'a':'b'},'matchExpressions':[{'key':'t','operator':'In','values':['x','y']}]},'template':{'spec':{'containers':[{'name':'c','image':'i:1'},{'name':'d','image':'j'}]}}}";

    assertThat(row(ResourceTypes.DEPLOYMENTS, spec + ",'status':{'readyReplicas':2}"))
        .containsExactly("x", "2/3", "0", "0", "60s", "c,d", "i:1,j", "a=b,t in (x,y)");
    assertThat(row(ResourceTypes.REPLICA_SETS, spec + ",'status':{'replicas':3}").subList(0, 4))
        .containsExactly("x", "3", "3", "0");
    assertThat(row(ResourceTypes.STATEFUL_SETS, spec)).contains("0/3", "c,d");
    assertThat(row(ResourceTypes.DAEMON_SETS, spec + ",'status':{'numberReady':4}"))
        .containsSequence("0", "0", "4", "0", "0", "<none>");
  }

  @Test
  void a_job_shows_how_long_it_took() {
    assertThat(
            row(
                ResourceTypes.JOBS,
                "'spec':{'completions':2},'status':{'succeeded':2,'startTime':'2026-03-01T09:59:00Z','completionTime':'2026-03-01T09:59:50Z','conditions':[{'type':'Complete','status':'True'}]}"))
        .startsWith("x", "Complete", "2/2", "50s");
    assertThat(row(ResourceTypes.CRON_JOBS, "'spec':{'schedule':'* * * * *'}"))
        .startsWith("x", "* * * * *", "<none>", "False", "0", "<none>");
  }

  @Test
  void a_service_shows_its_addresses_and_ports() {
    assertThat(
            row(
                ResourceTypes.SERVICES,
                "'spec':{'type':'LoadBalancer','clusterIP':'10.0.0.9','ports':[{'port':80,'nodePort':30080},{'port':53,'protocol':'UDP'}]}"))
        .containsExactly(
            "x", "LoadBalancer", "10.0.0.9", "<pending>", "80:30080/TCP,53/UDP", "60s", "<none>");
  }

  @Test
  void many_endpoints_are_shortened() {
    assertThat(
            row(
                ResourceTypes.ENDPOINT_SLICES,
                "'addressType':'IPv4','ports':[{'port':80}],'endpoints':[{'addresses':['1']},{'addresses':['2']},{'addresses':['3']},{'addresses':['4']},{'addresses':['5']}]"))
        .containsExactly("x", "IPv4", "80", "1,2,3 + 2 more...", "60s");
    assertThat(
            row(
                ResourceTypes.ENDPOINTS,
                "'subsets':[{'addresses':[{'ip':'1'}],'ports':[{'port':80}]}]"))
        .contains("1:80");
  }

  @Test
  void budgets_and_events_show_what_matters() {
    assertThat(
            row(
                ResourceTypes.POD_DISRUPTION_BUDGETS,
                "'spec':{'maxUnavailable':'50%'},'status':{'disruptionsAllowed':1}"))
        .containsExactly("x", "N/A", "50%", "1", "60s");
    assertThat(
            row(
                ResourceTypes.EVENTS,
                "'type':'Warning','reason':'BackOff','message':'again ','involvedObject':{'kind':'Pod','name':'p'},'lastTimestamp':'2026-03-01T10:00:30Z'"))
        .startsWith("30s", "Warning", "BackOff", "pod/p");
  }

  @Test
  void a_kind_without_columns_of_its_own_shows_name_and_age() {
    assertThat(row(ResourceTypes.CONFIG_MAPS, "'data':{'a':'1','b':'2'}"))
        .containsExactly("x", "2", "60s");
    assertThat(row(ResourceTypes.ROLES, "'rules':[]")).startsWith("x");
  }
}

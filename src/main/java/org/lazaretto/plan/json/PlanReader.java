package org.lazaretto.plan.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.Measure;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Isolation;
import org.lazaretto.plan.LocalRating;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Protection;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.Wizard;

/** Rebuilds a plan from its tree. Derived members are not read here. */
final class PlanReader {
  private static final Pattern STEP_ID = Pattern.compile("S-([0-9]{3,6})");

  private PlanReader() {}

  static Plan plan(JsonNode tree) throws PlanFormatException {
    Fields root = Fields.of(tree, "");
    version(root.number("version"));
    Wizard wizard = word(root, "wizard", List.of(Wizard.values()), Wizard::word);
    ClusterIdentity cluster = cluster(root);
    List<PodRef> suspects = pods(root, "suspects");
    Request request = request(wizard, suspects, root.object("request"));
    List<Step> steps = new ArrayList<>();
    for (Fields step : root.objects("steps")) {
      steps.add(StepReader.step(wizard, new StepId(steps.size() + 1), step));
    }
    List<Finding> findings = new ArrayList<>();
    for (Fields finding : root.objects("findings")) {
      findings.add(finding(finding));
    }
    Optional<LocalRating> rating =
        root.has("rating") ? Optional.of(rating(root.object("rating"))) : Optional.empty();
    return new Plan(cluster, request, steps, findings, rating);
  }

  private static void version(int version) throws PlanFormatException {
    if (version != PlanJson.VERSION) {
      String made = version > PlanJson.VERSION ? "a newer Lazaretto" : "another Lazaretto";
      throw new PlanFormatException(
          PlanFormatException.Kind.OTHER_VERSION,
          "This plan was written by %s (format %d, this one reads %d); plan again."
              .formatted(made, version, PlanJson.VERSION));
    }
  }

  private static ClusterIdentity cluster(Fields root) throws PlanFormatException {
    Fields connection = root.object("connection");
    return new ClusterIdentity(
        root.text("cluster"),
        connection.text("name"),
        connection.text("server"),
        connection.text("version"),
        connection.texts("kubectlFlags"));
  }

  private static Request request(Wizard wizard, List<PodRef> suspects, Fields fields)
      throws PlanFormatException {
    return switch (wizard) {
      case FREEZE -> new Request.Freeze(suspects);
      case CORDON ->
          new Request.Cordon(
              suspects,
              fields.texts("nodes"),
              new Protection(
                  fields.flag("label"),
                  fields.flag("holds"),
                  word(
                      fields,
                      "taint",
                      List.of(Protection.Taint.values()),
                      Protection.Taint::word)));
      case EVACUATE -> {
        Fields move = fields.object("move");
        yield new Request.Evacuate(
            suspects,
            fields.texts("nodes"),
            method(fields, "method"),
            methods(fields),
            new Request.Decisions(
                move.flag("emptyDir"),
                move.flag("bare"),
                move.flag("kubeSystem"),
                move.flag("siblings")));
      }
      case ISOLATE ->
          new Request.Isolate(
              suspects,
              fields.text("quarantine"),
              new Isolation(
                  word(
                      fields,
                      "services",
                      List.of(Isolation.Services.values()),
                      Isolation.Services::word),
                  fields.flag("exceptPolicies"),
                  fields.flag("stripLabels"),
                  fields.text("probeImage"),
                  fields.has("lookInside") && fields.flag("lookInside")));
      case CREDENTIALS ->
          new Request.Credentials(suspects, fields.flag("bindings"), fields.flag("tokens"));
      case DISPOSE ->
          new Request.Dispose(
              suspects,
              word(fields, "way", List.of(Disposal.values()), Disposal::word),
              fields.has("containers") ? fields.texts("containers") : List.of());
      case RECOVER -> new Request.Recover(suspects, fields.text("hardened"), fields.texts("leave"));
    };
  }

  private static Request.Method method(Fields fields, String name) throws PlanFormatException {
    return word(fields, name, List.of(Request.Method.values()), Request.Method::word);
  }

  private static Map<String, Request.Method> methods(Fields fields) throws PlanFormatException {
    Map<String, Request.Method> methods = new TreeMap<>();
    Fields chosen = fields.object("perWorkload");
    for (String key : fields.pairs("perWorkload").keySet()) {
      methods.put(key, method(chosen, key));
    }
    return methods;
  }

  private static Finding finding(Fields fields) throws PlanFormatException {
    List<ObjectRef> objects = new ArrayList<>();
    for (Fields object : fields.objects("objects")) {
      objects.add(ref(object));
    }
    List<StepId> steps = new ArrayList<>();
    for (String id : fields.texts("steps")) {
      Matcher matcher = STEP_ID.matcher(id);
      if (!matcher.matches()) {
        throw fields.wrongValue("steps");
      }
      steps.add(new StepId(Integer.parseInt(matcher.group(1))));
    }
    return new Finding(
        fields.text("id"),
        word(fields, "severity", List.of(Finding.Severity.values()), Finding.Severity::word),
        objects,
        steps,
        fields.text("text"),
        fields.text("instead"));
  }

  private static LocalRating rating(Fields fields) throws PlanFormatException {
    int impact = fields.number("businessImpact");
    if (impact < 1 || impact > 5) {
      throw fields.wrongValue("businessImpact");
    }
    Measure measure = word(fields, "measure", List.of(Measure.values()), Measure::id);
    return new LocalRating(measure, impact, fields.texts("lost"));
  }

  static ObjectRef ref(Fields fields) throws PlanFormatException {
    return new ObjectRef(
        fields.text("apiVersion"),
        fields.text("kind"),
        fields.text("namespace"),
        fields.text("name"),
        fields.text("uid"));
  }

  static PodRef pod(Fields fields) throws PlanFormatException {
    return new PodRef(fields.text("namespace"), fields.text("name"), fields.text("uid"));
  }

  static List<PodRef> pods(Fields fields, String name) throws PlanFormatException {
    List<PodRef> pods = new ArrayList<>();
    for (Fields pod : fields.objects(name)) {
      pods.add(pod(pod));
    }
    return pods;
  }

  private static <T> T word(
      Fields fields, String name, List<T> values, java.util.function.Function<T, String> word)
      throws PlanFormatException {
    String wanted = fields.text(name);
    return values.stream()
        .filter(value -> word.apply(value).equals(wanted))
        .findFirst()
        .orElseThrow(() -> fields.wrongValue(name));
  }
}

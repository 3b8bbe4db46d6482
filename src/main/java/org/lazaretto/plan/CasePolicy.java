package org.lazaretto.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.LiveFields;

/**
 * What a case's deny-all policy says, so that another one of its name, or one that somebody
 * altered, is not taken for it.
 */
public final class CasePolicy {
  private static final String LABEL = FieldEdit.label(Quarantine.KEY);
  private static final String SELECTOR = "/spec/podSelector";
  private static final String TYPES = "/spec/policyTypes";
  private static final List<String> RULES = List.of("/spec/ingress", "/spec/egress");

  private CasePolicy() {}

  /** The fields that have to be read, as JSON pointers. */
  public static List<String> pointers() {
    List<String> all = new ArrayList<>(List.of(LABEL, SELECTOR, TYPES));
    all.addAll(RULES);
    return all;
  }

  /**
   * In what the policy is another than the one that the case makes, a few words each; empty if it
   * is that one.
   *
   * @param quarantine the value of the case's label
   */
  public static List<String> otherwise(LiveFields now, String quarantine) {
    List<String> wrong = new ArrayList<>();
    if (now.value(LABEL).filter(JsonText.of(quarantine)::equals).isEmpty()) {
      wrong.add("its label " + Quarantine.KEY + " is " + now.value(LABEL).orElse("absent"));
    }
    String wanted = "{\"matchLabels\":" + JsonText.of(Map.of(Quarantine.KEY, quarantine)) + "}";
    Optional<String> selector = now.value(SELECTOR);
    if (selector.filter(is -> JsonText.same(is, wanted)).isEmpty()) {
      wrong.add("it chooses pods by " + selector.orElse("nothing"));
    }
    Optional<String> types = now.value(TYPES);
    if (types.filter(CasePolicy::both).isEmpty()) {
      wrong.add("its types are " + types.orElse("absent"));
    }
    for (String rules : RULES) {
      now.value(rules)
          .filter(list -> !JsonText.same(list, "[]"))
          .ifPresent(list -> wrong.add("it allows by " + rules.substring(6) + " " + list));
    }
    return wrong;
  }

  private static boolean both(String types) {
    Set<String> said = new HashSet<>();
    JsonText.read(types).forEach(type -> said.add(type.asText("")));
    return said.equals(Set.of("Ingress", "Egress"));
  }
}

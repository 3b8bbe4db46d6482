package org.lazaretto.ui.wizard.draft;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.execute.Subject;
import org.lazaretto.execute.Waiver;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Wizard;

/**
 * Everything that a responder has put into a wizard: what it is about, how, against what it goes
 * on, and who says so. Each change makes another draft, so that going back loses nothing.
 *
 * @param wizard which wizard
 * @param targets what it is about
 * @param how what each wizard asks besides
 * @param waivers written reasons by what they waive; an empty one is not written yet
 * @param signature who decides, why, and the typed word
 */
public record Draft(
    Wizard wizard, Targets targets, Means how, Map<Subject, String> waivers, Signature signature) {
  /** Copies what it is given. */
  public Draft {
    waivers = Map.copyOf(waivers);
  }

  /** The draft with which a wizard opens: all suspects, their nodes, everything doubtful stays. */
  public static Draft of(Wizard wizard, List<PodRef> suspects, String operator) {
    return new Draft(
        wizard,
        Targets.of(suspects),
        Means.usual(Quarantine.of(suspects)),
        Map.of(),
        Signature.of(operator));
  }

  /** The same with other targets. */
  public Draft with(Targets other) {
    return new Draft(wizard, other, how, waivers, signature);
  }

  /** The same done otherwise. */
  public Draft with(Means other) {
    return new Draft(wizard, targets, other, waivers, signature);
  }

  /** The same moved otherwise. */
  public Draft with(Moves other) {
    return with(how.with(other));
  }

  /** The same shut off otherwise. */
  public Draft with(Shutting other) {
    return with(how.with(other));
  }

  /** The same taken back otherwise. */
  public Draft with(Returning other) {
    return with(how.with(other));
  }

  /** The same with another signature. */
  public Draft with(Signature other) {
    return new Draft(wizard, targets, how, waivers, other);
  }

  /** How clean applications are moved. */
  public Moves moves() {
    return how.moves();
  }

  /** How suspects are shut off. */
  public Shutting shutting() {
    return how.shutting();
  }

  /** What stays as it is. */
  public Returning returning() {
    return how.returning();
  }

  /** The same with that reason for going on against a finding or a guard of those objects. */
  public Draft waiving(Subject about, String reason) {
    Map<Subject, String> changed = new LinkedHashMap<>(waivers);
    if (reason.isEmpty()) {
      changed.remove(about);
    } else {
      changed.put(about, reason);
    }
    return new Draft(wizard, targets, how, changed, signature);
  }

  /** Whether a reason is written for that. */
  public boolean waives(Subject about) {
    return !waivers.getOrDefault(about, "").isBlank();
  }

  /** The written reasons, by id and objects. */
  public List<Waiver> written() {
    return waivers.entrySet().stream()
        .filter(entry -> !entry.getValue().isBlank())
        .map(entry -> new Waiver(entry.getKey(), entry.getValue().strip()))
        .sorted(Comparator.comparing(Waiver::id).thenComparing(waiver -> waiver.about().named()))
        .toList();
  }

  /** What the wizard is asked for; empty while something has to be chosen first. */
  public Optional<Request> request() {
    if (!targets.complete(wizard)) {
      return Optional.empty();
    }
    List<PodRef> suspects = targets.chosenSuspects();
    return Optional.of(
        switch (wizard) {
          case FREEZE -> new Request.Freeze(suspects);
          case CORDON -> new Request.Cordon(suspects, targets.nodeNames(), how.protection());
          case ISOLATE -> shutting().request(suspects);
          case RECOVER -> returning().request(targets.suspects());
          case CREDENTIALS -> how.revoking().request(suspects);
          case DISPOSE -> how.ending().request(suspects);
          case EVACUATE ->
              new Request.Evacuate(
                  suspects,
                  targets.nodeNames(),
                  moves().method(),
                  moves().perWorkload(),
                  moves().decisions());
        });
  }
}

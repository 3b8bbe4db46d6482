package org.lazaretto.execute;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.Finding;

/**
 * What a waiver is about: a finding or a class of evidence, of exactly these objects. The same id
 * of another object is another subject, which nobody has read of.
 *
 * @param id a finding's id, such as {@code T-10}, or {@code E-} and a class of evidence
 * @param objects each once, in an order of their own; empty if it concerns a plan as a whole
 */
public record Subject(String id, List<ObjectRef> objects) {
  private static final Comparator<ObjectRef> ORDER =
      Comparator.comparing(ObjectRef::spoken).thenComparing(ObjectRef::uid);

  /**
   * Sorts what it is given, so that the order in which objects are found makes no other subject.
   */
  public Subject {
    objects = objects.stream().distinct().sorted(ORDER).toList();
  }

  /** What a finding is about. */
  public static Subject of(Finding finding) {
    return new Subject(finding.id(), finding.objects());
  }

  /** Whether who read of this one has read of everything that the other is about. */
  public boolean covers(Subject other) {
    return id.equals(other.id)
        && objects.isEmpty() == other.objects.isEmpty()
        && keys().containsAll(other.keys());
  }

  /** Whether both are about the same id, and about some object in common. */
  public boolean touches(Subject other) {
    return id.equals(other.id) && keys().stream().anyMatch(other.keys()::contains);
  }

  /** The objects with the UIDs that tell them from namesakes; hostile, to be escaped. */
  public String named() {
    return objects.stream().map(ObjectRef::identified).collect(Collectors.joining(", "));
  }

  /** An object without a UID is known by its name. */
  private Set<String> keys() {
    return objects.stream()
        .map(each -> each.uid().isEmpty() ? each.spoken() : each.uid())
        .collect(Collectors.toSet());
  }
}

package org.lazaretto.execute;

import java.util.List;
import java.util.Optional;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.CasePolicy;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/**
 * Says by one fresh read whether the case's policy is there: by its content, and by its UID where
 * the server gave it one. A name alone is nobody's.
 */
final class PolicyCheck {
  private final ClusterReads reads;

  PolicyCheck(ClusterReads reads) {
    this.reads = reads;
  }

  Verdict of(ObjectRef policy, String quarantine) {
    try {
      Optional<LiveFields> now = reads.fields(policy, CasePolicy.pointers());
      if (now.isEmpty()) {
        return new Verdict.DoesNotHold("Read again: it is not there.");
      }
      String uid = now.get().object().uid();
      if (!policy.uid().isEmpty() && !policy.uid().equals(uid)) {
        return new Verdict.DoesNotHold("Read again: another policy has its name, UID " + uid + ".");
      }
      List<String> wrong = CasePolicy.otherwise(now.get(), quarantine);
      return wrong.isEmpty()
          ? new Verdict.Holds(
              "Read again: it is there, UID "
                  + uid
                  + ", and denies both directions to what carries the case's label.")
          : new Verdict.DoesNotHold(
              "Read again: a policy of this name is there, UID "
                  + uid
                  + ", and it is not as the case makes it: "
                  + String.join("; ", wrong)
                  + ".");
    } catch (PortException e) {
      return Verifier.unread(e);
    }
  }
}

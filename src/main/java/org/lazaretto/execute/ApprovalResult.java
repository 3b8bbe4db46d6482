package org.lazaretto.execute;

import java.util.List;

/** What an approver answers. */
public sealed interface ApprovalResult {
  /** The plan may run, exactly as it is. */
  record Granted(Approval approval) implements ApprovalResult {}

  /** The plan may not run; nothing was sent. */
  record Held(List<HoldReason> reasons) implements ApprovalResult {
    /** Copies what it is given. */
    public Held {
      reasons = List.copyOf(reasons);
    }
  }

  /** It could not be told which cluster this is, or what the plan touches; nothing was sent. */
  record NoAccess(String reason) implements ApprovalResult {}
}

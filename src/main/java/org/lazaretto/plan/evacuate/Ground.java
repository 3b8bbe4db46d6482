package org.lazaretto.plan.evacuate;

/** Why a pod does not move by a method, in the one or two words that a table has room for. */
public enum Ground {
  SUSPECT("suspect"),
  ENDED("ended"),
  LEAVING("leaving already"),
  MIRROR("static pod"),
  DAEMON_SET("DaemonSet returns"),
  SIBLING("suspect's sibling"),
  KEPT("kept"),
  KUBE_SYSTEM("kube-system"),
  BARE("bare"),
  EMPTY_DIR("emptyDir"),
  /** A drain leaves out what carries the quarantine label. */
  LABELLED("quarantined"),
  BESIDE_SUSPECT("restarts suspect"),
  JOB("Job"),
  NO_ROLLOUT("no rollout"),
  PAUSED("paused"),
  ON_DELETE("OnDelete"),
  TOLERATES("tolerates it"),
  BUDGET("budget allows 0"),
  /** It requires every pod, so that it never allows an eviction by itself. */
  BUDGET_OF_ALL("budget needs all"),
  /** The server answers such an eviction with an error; it never succeeds. */
  TWO_BUDGETS("two budgets"),
  BROKEN("budget, not ready"),
  /** The budgets may not be listed, so that nobody knows what they will say. */
  UNSEEN("budgets not seen"),
  /** It leaves, and no other node takes its replacement, which stays pending (T-44). */
  NOWHERE("no other node");

  private final String word;

  Ground(String word) {
    this.word = word;
  }

  /** The words in tables. */
  public String word() {
    return word;
  }
}

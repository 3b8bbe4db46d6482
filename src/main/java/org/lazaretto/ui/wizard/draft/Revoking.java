package org.lazaretto.ui.wizard.draft;

import java.util.List;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Usual;

/**
 * What is taken from the suspects' service accounts.
 *
 * @param bindings whether they lose what roles give them
 * @param tokens whether the Secrets that hold their tokens are deleted
 */
public record Revoking(boolean bindings, boolean tokens) {
  /** What is taken unless a person chooses otherwise. */
  public static final Revoking USUAL = new Revoking(Usual.BINDINGS, Usual.TOKENS);

  Request.Credentials request(List<PodRef> suspects) {
    return new Request.Credentials(suspects, bindings, tokens);
  }
}

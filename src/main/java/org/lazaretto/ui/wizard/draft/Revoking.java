package org.lazaretto.ui.wizard.draft;

import java.util.List;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Request;

/**
 * What is taken from the suspects' service accounts.
 *
 * @param bindings whether they lose what roles give them
 * @param tokens whether the Secrets that hold their tokens are deleted
 */
public record Revoking(boolean bindings, boolean tokens) {
  /** Rights and tokens. */
  public static final Revoking EVERYTHING = new Revoking(true, true);

  Request.Credentials request(List<PodRef> suspects) {
    return new Request.Credentials(suspects, bindings, tokens);
  }
}

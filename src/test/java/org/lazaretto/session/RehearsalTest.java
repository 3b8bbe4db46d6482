package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.execute.Preflight;
import org.lazaretto.model.Permission;

/** Which missing rights hold a plan, and which only leave something untold. */
class RehearsalTest {
  private static Preflight.Right denied(String verb, String resource, String subresource) {
    return new Preflight.Right(
        new Permission(verb, "", resource, subresource, "shop"), new Preflight.Answer.Denied());
  }

  @Test
  void a_look_that_is_not_permitted_is_a_gap_and_holds_no_isolation() {
    Rehearsal rehearsal =
        new Rehearsal(
            List.of(
                denied("patch", "pods", ""),
                denied("create", "pods", "exec"),
                denied("get", "pods", "exec")),
            List.of(),
            false);

    assertThat(rehearsal.denied()).extracting(Permission::verb).containsExactly("patch");
    assertThat(rehearsal.blind())
        .extracting(Permission::spoken)
        .containsExactly("create pods/exec in shop", "get pods/exec in shop");
  }
}

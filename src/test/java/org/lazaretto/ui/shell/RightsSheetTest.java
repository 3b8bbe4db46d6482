package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.execute.PermissionMatrix;
import org.lazaretto.execute.Preflight.Answer;
import org.lazaretto.execute.Preflight.Right;
import org.lazaretto.execute.RbacRules;
import org.lazaretto.model.Permission;
import org.lazaretto.plan.Wizard;
import org.lazaretto.session.Rights;
import org.lazaretto.session.SessionException;
import org.lazaretto.ui.Gallery;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.walkthrough.Sight;

/** What a responder may do, as the sheet shows it in both themes. */
class RightsSheetTest {
  private static final Permission PATCH = new Permission("patch", "", "nodes", "", "");
  private static final Permission EVICT = new Permission("create", "", "pods", "eviction", "");

  private Gallery gallery;

  @BeforeEach
  void a_wall_is_there() throws Exception {
    gallery = new Gallery();
  }

  @AfterEach
  void the_wall_is_bare() throws Exception {
    gallery.close();
  }

  private void show(Background.Work<Rights> ask) throws Exception {
    gallery.show(
        () -> {
          StackPane ground =
              new StackPane(
                  new RightsSheet("What you may do", ask, gallery.background(), () -> {}).view());
          ground.getStyleClass().add("pane");
          return ground;
        },
        1280,
        720);
  }

  private static String told(String id) {
    return Sight.of(id).map(Sight::text).orElse("");
  }

  private String written(String area) throws Exception {
    return gallery.hand.use(area, TextArea.class, TextArea::getText);
  }

  private static Rights partly() {
    Map<String, List<Right>> rows = new LinkedHashMap<>();
    rows.put("observe", List.of(new Right(EVICT, new Answer.Allowed())));
    for (Wizard wizard : Wizard.values()) {
      rows.put(
          wizard.word(),
          List.of(
              new Right(EVICT, new Answer.Allowed()),
              new Right(PATCH, new Answer.Denied()),
              new Right(
                  new Permission("get", "", "pods", "log", ""),
                  new Answer.CannotTell("the review was not answered in time"))));
    }
    return new Rights(new PermissionMatrix(rows), RbacRules.yaml(List.of(PATCH), "ana@example"));
  }

  @Test
  void what_is_denied_stands_with_the_objects_that_would_grant_it() throws Exception {
    show(RightsSheetTest::partly);
    gallery.hand.until("the answer", () -> told("summaryLabel").startsWith("✕ One right is"));
    gallery.hand.until("the rows are drawn", () -> told("rightsTable").contains("evacuate"));
    assertThat(gallery.hand.read("rightsTable")).contains("✕ 1 of 3 denied");
    assertThat(written("rightsArea")).contains("✕ denied       patch nodes");
    assertThat(written("missingArea")).contains("ClusterRole", "ana@example");
    assertThat(gallery.hang("rights-denied")).isEmpty();
  }

  @Test
  void a_cluster_that_cannot_be_asked_is_told_instead_of_an_empty_table() throws Exception {
    show(() -> {
      throw new SessionException(SessionException.Kind.UNAVAILABLE, "The server did not answer.");
    });
    gallery.hand.until("why", () -> told("summaryLabel").startsWith("✕ LZ-UNAVAILABLE"));
    assertThat(gallery.hand.sees("rightsTable")).isFalse();
    assertThat(gallery.hang("rights-failed")).isEmpty();
  }
}

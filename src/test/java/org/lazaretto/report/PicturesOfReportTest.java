package org.lazaretto.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceDraft;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.ObjectRef;

/** The map before and after, as the report shows it. */
class PicturesOfReportTest {
  private static final byte[] BYTES = "not really a picture".getBytes(StandardCharsets.UTF_8);
  private static final String BASE64 = Base64.getEncoder().encodeToString(BYTES);

  private static EvidenceItem item(String id, String what) {
    EvidenceDraft draft =
        new EvidenceDraft(
            what,
            new ObjectRef("v1", "Namespace", "", "kube-system", CaseScript.UID),
            "drawn from what was observed",
            "lazaretto 0.1.0",
            Clusters.NOW,
            EvidenceClass.API_STATE,
            "image/png");
    String file = "evidence/" + id + "-api-state/item.png";
    String hash = id.substring(3).repeat(16);
    return new EvidenceItem(id, draft, Clusters.NOW, 20, hash, file, "a.meier");
  }

  private static IncidentReport report(CasePicture... pictures) {
    CaseScript script = CaseScript.begin();
    for (CasePicture picture : pictures) {
      script.write(new Entry.EvidenceTaken(picture.item()));
    }
    List<JournalLine> lines = script.lines();
    ReportInput plain = script.input();
    return IncidentReport.of(
        new ReportInput(
            plain.info(),
            lines,
            plain.chain(),
            plain.edition(),
            List.of(),
            List.of(pictures),
            OptionalInt.empty()));
  }

  private static CasePicture picture(String id, String what) {
    return new CasePicture(item(id, what), Optional.of(BYTES));
  }

  @Test
  void a_picture_stands_in_the_page_itself_with_words_for_who_cannot_see_it() throws Exception {
    String html =
        new Reports()
            .html(report(picture("EV-0001", "map before \"it\""), picture("EV-0002", "after")));

    Xml.parse(html);
    assertThat(html)
        .contains("src=\"data:image/png;base64," + BASE64 + "\" alt=\"Map before &#34;it&#34;\"")
        .contains("evidence/EV-0001-api-state/item.png")
        .contains("0001".repeat(16));
    assertThat(html.split(BASE64, -1)).as("a pair, and each in full width").hasSize(5);
  }

  @Test
  void a_picture_that_was_changed_is_not_shown_and_said_to_be_so() {
    IncidentReport report = report(new CasePicture(item("EV-0001", "map"), Optional.empty()));

    assertThat(report.getPair()).isEmpty();
    assertThat(new Reports().html(report))
        .contains("not shown: the file is missing or has another hash")
        .doesNotContain("<img");
  }

  @Test
  void a_picture_that_shows_nothing_else_than_an_earlier_one_is_named_only() {
    IncidentReport report =
        report(picture("EV-0001", "before"), picture("EV-0002", "after"), picture("EV-0001", "x"));

    assertThat(report.pictures()).extracting(p -> p.isShown()).containsExactly(true, true, false);
    assertThat(report.pictures().getLast().state().text()).contains("the same picture as EV-0001");
    assertThat(report.getPair())
        .extracting(IncidentReport.Picture::id)
        .containsExactly("EV-0001", "EV-0002");
  }

  @Test
  void markdown_refers_to_a_picture_by_file_and_hash_and_json_leaves_its_bytes_out() {
    IncidentReport report = report(picture("EV-0001", "map before"));

    assertThat(new Reports().markdown(report))
        .contains("`evidence/EV-0001-api-state/item.png`")
        .contains("0001".repeat(16))
        .doesNotContain(BASE64);
    assertThat(new Reports().json(report))
        .contains("evidence/EV-0001-api-state/item.png")
        .doesNotContain(BASE64)
        .doesNotContain("pair");
  }

  @Test
  void a_picture_is_no_answer_of_the_server_so_api_state_is_still_said_to_be_missing() {
    assertThat(report(picture("EV-0001", "map")).limits().unseen())
        .anyMatch(text -> text.startsWith("State of the API objects"));
  }
}

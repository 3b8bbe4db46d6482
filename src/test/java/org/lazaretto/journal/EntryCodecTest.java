package org.lazaretto.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.EntryReader.UnknownType;
import org.lazaretto.journal.Fields.Malformed;
import org.lazaretto.model.ObjectRef;

class EntryCodecTest {
  private static final EntryCodec CODEC = new EntryCodec(UnaryOperator.identity());
  private static final EntryCodec.Envelope ENVELOPE =
      new EntryCodec.Envelope(
          Hash.NONE, 7, Instant.parse("2026-11-21T10:00:00.120Z"), 42, "Ana, lead");

  @Test
  void every_entry_comes_back_as_it_was() throws Exception {
    for (int seed = 0; seed < 300; seed++) {
      for (Entry entry : new AnyEntry(seed).ofEach()) {
        byte[] line = CODEC.encode(ENVELOPE, entry);

        JournalLine read = decode(line);

        assertThat(read.entry()).isEqualTo(entry);
        assertThat(read.number()).isEqualTo(7);
        assertThat(read.at()).isEqualTo(ENVELOPE.at());
        assertThat(read.operator()).isEqualTo("Ana, lead");
        assertThat(CODEC.encode(ENVELOPE, read.entry())).isEqualTo(line);
      }
    }
  }

  @Test
  void no_entry_breaks_its_line_or_moves_the_cursor_of_a_terminal() {
    for (Entry entry : new AnyEntry(1).ofEach()) {
      String line = text(CODEC.encode(ENVELOPE, entry));

      assertThat(line).endsWith("}\n");
      String inside = line.substring(0, line.length() - 1);
      assertThat(inside.chars().noneMatch(Character::isISOControl)).isTrue();
      assertThat(inside).doesNotContain("\u202e", "\u2066", "\u2028", "\ufeff");
    }
  }

  @Test
  void a_line_begins_with_the_hash_before_it_and_its_number() {
    String line = text(CODEC.encode(ENVELOPE, new Entry.Note("größe \u001b \"x\"")));

    assertThat(line)
        .isEqualTo(
            "{\"prev\":\""
                + Hash.NONE
                + "\",\"n\":7,\"at\":\"2026-11-21T10:00:00.120Z\",\"mono\":42,"
                + "\"operator\":\"Ana, lead\",\"type\":\"note\","
                + "\"text\":\"größe \\u001b \\\"x\\\"\"}\n");
  }

  @Test
  void members_that_are_not_known_are_passed_over() throws Exception {
    String line =
        text(CODEC.encode(ENVELOPE, new Entry.Note("x")))
            .replace("\"text\":", "\"mood\":{\"a\":[1,null]},\"text\":");

    assertThat(decode(line.getBytes(StandardCharsets.UTF_8)).entry())
        .isEqualTo(new Entry.Note("x"));
  }

  @Test
  void a_waiver_of_an_earlier_version_says_nothing_of_its_objects() throws Exception {
    String line =
        text(CODEC.encode(ENVELOPE, new Entry.Waived("ab", "T-10", "agreed", true)))
            .replace("\"objects\":[],", "");

    assertThat(line).doesNotContain("objects");
    assertThat(decode(line.getBytes(StandardCharsets.UTF_8)).entry())
        .isEqualTo(new Entry.Waived("ab", "T-10", "agreed", true));
  }

  @Test
  void a_waiver_whose_objects_are_no_objects_is_malformed() {
    String line =
        text(CODEC.encode(ENVELOPE, new Entry.Waived("ab", "T-10", "agreed", true)))
            .replace("\"objects\":[]", "\"objects\":[\"all of them\"]");

    assertThatThrownBy(() -> decode(line.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void a_step_done_elsewhere_of_an_earlier_version_says_nothing_of_who_could_notice_it()
      throws Exception {
    Entry.StepNote step =
        new Entry.StepNote(
            "ab", "S-001", "delete-pod", new ObjectRef("v1", "Pod", "a", "b", "u"), "t", "c", "p");
    Entry told = new Entry.DoneElsewhere(step, "bo", ENVELOPE.at(), "by hand");

    String line = text(CODEC.encode(ENVELOPE, told));

    assertThat(line).doesNotContain("visible");
    assertThat(decode(bytes(line)).entry()).isEqualTo(told);
  }

  @Test
  void an_order_that_an_earlier_version_chose_has_its_answers_as_sentences_only() throws Exception {
    Entry chosen =
        new Entry.OrderChosen("quiet", "quiet", List.of("harm: no (seen)"), List.of(), "");

    String line = text(CODEC.encode(ENVELOPE, chosen));

    assertThat(line).doesNotContain("replies");
    assertThat(decode(bytes(line)).entry()).isEqualTo(chosen);
  }

  @Test
  void a_type_that_is_not_known_is_told_apart_from_damage() {
    String line = text(CODEC.encode(ENVELOPE, new Entry.Note("x")));

    assertThatThrownBy(() -> decode(bytes(line.replace("\"note\"", "\"seal\""))))
        .isInstanceOf(UnknownType.class)
        .hasMessage("seal");
    assertThatThrownBy(() -> decode(bytes(line.replace("\"text\"", "\"test\""))))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("text");
    assertThatThrownBy(() -> decode(bytes(line.replace("\"mono\":42", "\"n\":7"))))
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> decode(bytes("[1]\n"))).isInstanceOf(Malformed.class);
  }

  private static JournalLine decode(byte[] line) throws Malformed, UnknownType {
    return EntryCodec.decode(line, 0, line.length - 1, "");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

package org.lazaretto.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.Verification.Problem;

class ChainFollowerTest {
  private static final CaseClock CLOCK = CaseClock.steady(InstantSource.fixed(CaseFixture.START));

  private final CountedCase files = new CountedCase();
  private final ChainFollower follower = new ChainFollower(files.stores());
  private CaseJournal journal;

  /** Counts the bytes that are read of the lines. */
  private static final class CountedCase extends MemoryCase {
    private long read;

    @Override
    public InputStream lines() {
      return new ByteArrayInputStream(file(LINES)) {
        @Override
        public synchronized int read(byte[] into, int from, int length) {
          int got = super.read(into, from, length);
          read += Math.max(0, got);
          return got;
        }
      };
    }
  }

  @BeforeEach
  void a_case() throws Exception {
    journal = CaseJournal.create(files.stores(), CaseFixture.INFO, CaseFixture.ANA, CLOCK);
  }

  private void notes(int number) throws JournalException {
    for (int i = 0; i < number; i++) {
      journal.write(new Entry.Note("größe " + i));
    }
  }

  private ChainReading look() throws JournalException {
    return follower.look(journal::lines);
  }

  private List<String> problems() throws JournalException {
    return look().problems().stream().map(Problem::spoken).toList();
  }

  @Test
  void each_look_reads_only_what_was_added() throws Exception {
    notes(50);
    assertThat(look().holds()).isTrue();
    long first = files.read;
    notes(1);
    ChainReading second = look();

    assertThat(second.lines()).isEqualTo(53);
    assertThat(second.head()).isEqualTo(journal.lines().getLast().hash());
    assertThat(second.behind()).isZero();
    assertThat(files.read - first).isLessThan(first / 10);
  }

  @Test
  void a_line_that_was_changed_before_it_was_read_breaks_the_chain_there() throws Exception {
    notes(4);
    replace("größe 2", "größe 9");

    assertThat(problems())
        .anySatisfy(text -> assertThat(text).startsWith("line 6: does not follow from line 5"))
        .contains("line 5: it is not the line that this program wrote");
  }

  @Test
  void a_last_line_that_was_changed_is_told_though_nothing_follows_it() throws Exception {
    notes(2);
    assertThat(look().holds()).isTrue();
    notes(1);
    replace("größe 0\"}\n", "größe 7\"}\n");

    assertThat(problems()).isNotEmpty();
  }

  private void replace(String from, String to) {
    String text = new String(files.file(MemoryCase.LINES), StandardCharsets.UTF_8);
    int at = text.lastIndexOf(from);
    String changed = text.substring(0, at) + to + text.substring(at + from.length());
    files.files.put(MemoryCase.LINES, changed.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_file_that_became_shorter_has_lost_lines() throws Exception {
    notes(3);
    look();
    byte[] all = files.file(MemoryCase.LINES);
    files.files.put(MemoryCase.LINES, Arrays.copyOf(all, all.length - 10));

    assertThat(problems()).singleElement().asString().contains("shorter than it was");
    assertThat(look().lines()).isEqualTo(5);
  }

  @Test
  void a_head_that_is_older_is_behind_and_one_of_another_journal_is_wrong() throws Exception {
    notes(3);
    JournalLine third = journal.lines().get(2);
    files.files.put(MemoryCase.HEAD, new Head(3, third.hash()).bytes());
    assertThat(look().behind()).isEqualTo(2);
    assertThat(look().holds()).isTrue();

    files.files.put(MemoryCase.HEAD, new Head(3, Hash.of("other")).bytes());
    assertThat(problems()).containsExactly("HEAD does not match line 3");
    files.files.put(MemoryCase.HEAD, new Head(9, third.hash()).bytes());
    assertThat(problems()).singleElement().asString().contains("the end is missing");
  }

  @Test
  void a_line_on_disk_that_is_not_known_yet_is_compared_once_it_is() throws Exception {
    notes(3);
    List<JournalLine> before = journal.lines().subList(0, 3);

    assertThat(follower.look(() -> before).holds()).isTrue();
    assertThat(look().holds()).isTrue();
    assertThat(look().lines()).isEqualTo(5);
  }

  @Test
  void half_a_line_at_the_end_is_being_written_and_no_problem() throws Exception {
    notes(2);
    byte[] all = files.file(MemoryCase.LINES);
    byte[] half = Arrays.copyOf(all, all.length + 5);
    Arrays.fill(half, all.length, half.length, (byte) '{');
    files.files.put(MemoryCase.LINES, half);

    assertThat(look().holds()).isTrue();
    assertThat(look().lines()).isEqualTo(4);
  }

  @Test
  void files_that_cannot_be_read_are_no_verdict_on_the_chain() {
    MemoryCase gone =
        new MemoryCase() {
          @Override
          public InputStream lines() {
            return new java.io.FilterInputStream(InputStream.nullInputStream()) {
              @Override
              public int read(byte[] into, int from, int length) throws java.io.IOException {
                throw new java.io.IOException("Input/output error");
              }
            };
          }
        };
    ChainFollower other = new ChainFollower(gone.stores());

    assertThatThrownBy(() -> other.look(List::of))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("Input/output error");
  }
}

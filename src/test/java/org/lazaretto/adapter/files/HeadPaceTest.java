package org.lazaretto.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pauses are over when the test says so. */
class HeadPaceTest {
  @TempDir Path folder;
  private final Queue<Runnable> pauses = new ArrayDeque<>();
  private Path file;
  private HeadPace head;

  @BeforeEach
  void begin() {
    file = folder.resolve("HEAD");
    head = new HeadPace(new HeadFile(file), pauses::add);
  }

  private void replace(String text) throws IOException {
    head.replace(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void pauseEnds() {
    pauses.remove().run();
  }

  @Test
  void a_head_after_a_quiet_moment_is_there_when_its_call_returns() throws IOException {
    replace("1");
    assertThat(file).hasContent("1");

    pauseEnds();
    replace("2");
    assertThat(file).hasContent("2");
    head.close();
  }

  @Test
  void who_is_about_to_compare_it_need_not_wait_for_the_pause() throws IOException {
    replace("1");
    replace("2");
    head.settle();
    assertThat(file).hasContent("2");

    pauseEnds();
    replace("3");
    assertThat(file).hasContent("3");
    head.close();
  }

  @Test
  void of_a_burst_the_last_head_follows_when_the_pause_is_over() throws IOException {
    replace("1");
    replace("2");
    replace("3");
    assertThat(file).hasContent("1");

    pauseEnds();
    assertThat(file).hasContent("3");
    replace("4");
    assertThat(file).hasContent("3");

    pauseEnds();
    assertThat(file).hasContent("4");
    pauseEnds();
    assertThat(pauses).as("nothing wakes up while nothing is written").isEmpty();
    head.close();
  }

  @Test
  void closing_within_a_burst_leaves_the_last_head_and_no_other_file() throws IOException {
    replace("1");
    replace("2");
    head.close();

    assertThat(file).hasContent("2");
    pauseEnds();
    assertThat(file).hasContent("2");
    assertThat(folder.toFile().list()).containsExactly("HEAD");
  }

  @Test
  void a_head_that_cannot_follow_is_told_by_the_next_call() throws IOException {
    replace("1");
    replace("2");
    Path block = obstacle();

    pauseEnds();
    assertThatThrownBy(() -> replace("3")).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("1");

    Files.delete(block);
    head.close();
    assertThat(file).as("the disk took it in the end").hasContent("2");
  }

  @Test
  void a_head_that_cannot_follow_at_the_end_stays_behind() throws IOException {
    replace("1");
    replace("2");
    obstacle();

    head.close();

    assertThat(file).hasContent("1");
  }

  /** Where a head is linked before it is renamed. */
  private Path obstacle() throws IOException {
    return Files.createDirectory(folder.resolve("HEAD.tmp"));
  }
}

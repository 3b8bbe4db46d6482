package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoiceTest {
  private final Voice voice = new Voice();
  private final List<String> first = new ArrayList<>();
  private final List<String> second = new ArrayList<>();

  @Test
  void what_no_page_could_say_is_said_once_by_the_next_one() {
    voice.say("before any page");
    voice.by(first::add);
    voice.say("on the page");
    voice.falter();
    voice.say("between two pages");
    voice.by(second::add);

    assertThat(first).containsExactly("before any page", "on the page");
    assertThat(second).containsExactly("between two pages");
  }
}

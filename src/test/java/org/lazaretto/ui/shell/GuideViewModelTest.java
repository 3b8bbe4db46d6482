package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lazaretto.model.WalkthroughStep;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.SessionException.Kind;
import org.lazaretto.ui.HeldWork;

/** What is said of a walkthrough while it is watched, and what the journal says of it. */
class GuideViewModelTest {
  private final HeldWork work = HeldWork.waitingWork();
  private final FakeShow show = new FakeShow();
  private final GuideViewModel model = new GuideViewModel(show, work.background());

  private static final class FakeShow implements GuideViewModel.Show {
    private final List<String> notes = new ArrayList<>();
    private final List<String> played = new ArrayList<>();
    private Optional<SessionException> full = Optional.empty();
    private Optional<SessionException> stuck = Optional.empty();

    @Override
    public int steps() {
      return 2;
    }

    @Override
    public String folder() {
      return "/cases/EX-1";
    }

    @Override
    public void note(String text) throws SessionException {
      if (full.isPresent()) {
        throw full.get();
      }
      notes.add(text);
    }

    @Override
    public void play(Consumer<WalkthroughStep> begins) throws SessionException {
      for (String action : List.of("mark", "freeze")) {
        if (stuck.isPresent() && action.equals("freeze")) {
          throw stuck.get();
        }
        begins.accept(new WalkthroughStep(action, Map.of()));
        played.add(action);
      }
    }
  }

  @Test
  void each_step_is_told_and_the_end_says_where_the_result_is() {
    List<String> said = new ArrayList<>();
    model.stateProperty().subscribe(_ -> said.add(model.words()));
    model.begin();
    work.work();

    assertThat(said).hasSize(4).allMatch(words -> words.startsWith("EXERCISE"));
    assertThat(said.get(1)).endsWith("step 1 of 2: find a suspect, look at it, mark it");
    assertThat(said.getLast()).contains("/cases/EX-1");
    assertThat(show.notes).hasSize(2);
    assertThat(show.notes.getFirst()).contains("no person decides");
    assertThat(show.notes.getLast()).contains("From here a person decides");
  }

  @Test
  void who_stops_it_before_it_begins_sees_nothing_played() {
    model.begin();
    model.stop();
    work.work();

    assertThat(show.played).isEmpty();
    assertThat(model.stateProperty().get()).isEqualTo(new GuideViewModel.Stopped());
    assertThat(show.notes).last().asString().contains("a person stopped");
  }

  @Test
  void a_step_that_is_told_after_the_stop_changes_nothing() {
    model.begin();
    work.next();
    model.stop();
    work.work();

    assertThat(model.stateProperty().get()).isEqualTo(new GuideViewModel.Stopped());
    assertThat(model.words()).contains("was stopped");
  }

  @Test
  void a_window_that_does_not_come_along_is_told_with_its_code() {
    show.stuck = Optional.of(new SessionException(Kind.BROKEN, "The window did not show x."));
    model.begin();
    work.work();

    assertThat(model.words()).contains("could not go on (LZ-BROKEN)");
    assertThat(model.copyable()).contains("The window did not show x.");
    assertThat(show.notes).last().asString().contains("could not go on");
  }

  @Test
  void what_cannot_be_journalled_is_not_played() {
    show.full = Optional.of(new SessionException(Kind.UNAVAILABLE, "The disk is full."));
    model.begin();
    work.work();

    assertThat(show.played).isEmpty();
    assertThat(model.copyable()).contains("The disk is full.");
  }
}

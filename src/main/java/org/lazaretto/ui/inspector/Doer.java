package org.lazaretto.ui.inspector;

import org.lazaretto.find.Narrowing;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Clip;

/** Does what links of the inspector say. */
final class Doer {
  private final Desk desk;
  private final Runnable retry;

  Doer(Desk desk, Runnable retry) {
    this.desk = desk;
    this.retry = retry;
  }

  void does(Deed deed) {
    switch (deed) {
      case Deed.Select(var what) -> desk.select(what);
      case Deed.Copy(var text) -> Clip.copy(text);
      case Deed.Retry() -> retry.run();
      case Deed.Light(var reason, var which) ->
          desk.filterProperty()
              .set(desk.filterProperty().get().with(new Narrowing.ToGroup(reason, which)));
    }
  }
}

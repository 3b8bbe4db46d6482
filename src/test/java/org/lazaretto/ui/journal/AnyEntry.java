package org.lazaretto.ui.journal;

import org.lazaretto.fixture.AnyRecord;
import org.lazaretto.journal.Entry;

/** An entry of any kind, in which every text is the same. */
final class AnyEntry {
  private AnyEntry() {}

  static Entry of(Class<?> type, String text) {
    return (Entry) AnyRecord.of(type, text);
  }
}

package org.lazaretto.session;

import org.lazaretto.execute.RunListener;

/** Hears how an undertaking goes. */
public interface Progress extends RunListener {
  /** Something a person should know, in one sentence. */
  void note(String text);
}

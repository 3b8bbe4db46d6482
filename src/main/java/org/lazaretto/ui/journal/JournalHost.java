package org.lazaretto.ui.journal;

import java.nio.file.Path;
import org.lazaretto.model.ObjectRef;

/** What the pages of a journal ask of the window around them; on the toolkit's thread. */
public interface JournalHost {
  /** Shows the report. */
  void showReport();

  /** Shows the verification of the whole case. */
  void showVerification();

  /** Shows a folder or a file in the desktop's own program. */
  void showFolder(Path what);

  /** Whether objects of the cluster can be looked at. */
  boolean selects();

  /** Looks at an object of the cluster, which may be gone since. */
  void select(ObjectRef object);

  /** Says that a line was written. */
  void grew();
}

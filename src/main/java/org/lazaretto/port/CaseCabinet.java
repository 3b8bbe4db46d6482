package org.lazaretto.port;

import java.nio.file.Path;
import java.util.List;

/** Where the cases of this workstation's user are kept. */
public interface CaseCabinet {
  /** The folder in which new cases are made; it need not exist. */
  Path home();

  /**
   * The case folders in {@link #home}, the one written last first; empty if there are none.
   *
   * @throws PortException LOCAL if the folder cannot be read
   */
  List<Path> folders() throws PortException;

  /** The case in that folder, be it there or yet to be made; nothing is touched so far. */
  CaseStores at(Path folder);
}

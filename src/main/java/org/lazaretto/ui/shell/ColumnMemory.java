package org.lazaretto.ui.shell;

import java.util.Map;
import java.util.OptionalDouble;
import org.lazaretto.settings.Preferences;
import org.lazaretto.ui.fx.Columns;

/** Keeps the widths of columns with the settings. */
record ColumnMemory(Preferences preferences) implements Columns.Memory {
  @Override
  public OptionalDouble width(String table, String column) {
    return preferences.now().panes().columns().of(table, column);
  }

  @Override
  public void keep(String table, Map<String, Double> widths) {
    preferences.change(settings -> settings.with(settings.panes().columns().with(table, widths)));
  }
}

package org.lazaretto.launch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The size of a generated cluster, written {@code 100x2000}.
 *
 * @param nodes number of nodes
 * @param pods number of pods
 */
record ClusterSize(int nodes, int pods) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,5})x(\\d{1,6})");

  /** Reads the size from a word of the command line. */
  static final class Reader implements ITypeConverter<ClusterSize> {
    @Override
    public ClusterSize convert(String word) {
      Matcher matcher = FORM.matcher(word);
      if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
        throw new TypeConversionException(
            "'" + word + "' is not NODESxPODS, such as 100x2000 (up to 99999x999999)");
      }
      return new ClusterSize(
          Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
  }
}

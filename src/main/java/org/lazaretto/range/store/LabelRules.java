package org.lazaretto.range.store;

import java.util.regex.Pattern;

/** What names, label keys and label values must look like, with the words of a real server. */
public final class LabelRules {
  /** Said of a wrong label value. */
  public static final String VALUE_RULE =
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.',"
          + " and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value', "
          + " or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

  /** Said of a wrong label or annotation key. */
  public static final String KEY_RULE =
      "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end"
          + " with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used"
          + " for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

  /** Said of a wrong object name. */
  public static final String SUBDOMAIN_RULE =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.',"
          + " and must start and end with an alphanumeric character (e.g. 'example.com', regex used for"
          + " validation is"
          + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

  private static final int LONGEST_NAME = 253;
  private static final Pattern VALUE =
      Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");
  private static final Pattern NAME_PART =
      Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
  private static final Pattern SUBDOMAIN = Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");

  private LabelRules() {}

  /** Whether it can be the value of a label. */
  public static boolean isValue(String value) {
    return VALUE.matcher(value).matches();
  }

  /** Whether it can be the key of a label or an annotation. */
  public static boolean isKey(String key) {
    int slash = key.indexOf('/');
    return NAME_PART.matcher(key.substring(slash + 1)).matches()
        && (slash < 0 || isSubdomain(key.substring(0, slash)));
  }

  /** Whether it can be the name of an object. */
  public static boolean isSubdomain(String name) {
    return name.length() <= LONGEST_NAME
        && SUBDOMAIN.matcher(name).matches()
        && !name.contains("..")
        && !name.contains(".-")
        && !name.contains("-.");
  }
}

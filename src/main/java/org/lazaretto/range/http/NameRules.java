package org.lazaretto.range.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.lazaretto.range.store.LabelRules;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/** What the names of objects must look like, kind by kind, in the words of a real server. */
final class NameRules {
  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_NAME = 253;
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern SERVICE = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
  static final String LABEL_RULE =
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and"
          + " must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex"
          + " used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
  private static final String SERVICE_RULE =
      "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an"
          + " alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or"
          + " 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";

  private NameRules() {}

  /** The rules that a name breaks; none if it is right. */
  static List<String> broken(ResourceType type, String name) {
    if (type.group().equals(ResourceTypes.ROLES.group())) {
      return inPath(name);
    }
    List<String> broken = new ArrayList<>();
    boolean namespace = type.equals(ResourceTypes.NAMESPACES);
    boolean label = namespace || type.equals(ResourceTypes.SERVICES);
    int longest = label ? LONGEST_LABEL : LONGEST_NAME;
    if (name.length() > longest) {
      broken.add("must be no more than " + longest + " characters");
    }
    if (namespace && !LABEL.matcher(name).matches()) {
      broken.add(LABEL_RULE);
    } else if (label && !namespace && !SERVICE.matcher(name).matches()) {
      broken.add(SERVICE_RULE);
    } else if (!label && name.length() <= longest && !LabelRules.isSubdomain(name)) {
      broken.add(LabelRules.SUBDOMAIN_RULE);
    }
    return broken;
  }

  /** The names of roles and bindings need only be fit for a path. */
  private static List<String> inPath(String name) {
    if (name.equals(".") || name.equals("..")) {
      return List.of("may not be '" + name + "'");
    }
    List<String> broken = new ArrayList<>();
    for (String mark : List.of("/", "%")) {
      if (name.contains(mark)) {
        broken.add("may not contain '" + mark + "'");
      }
    }
    return broken;
  }
}

package org.lazaretto.adapter.kubernetes.kubeconfig;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.regex.Pattern;

/** A network such as {@code 10.0.0.0/8}. */
final class Subnet {
  private static final Pattern FORM = Pattern.compile("([0-9a-fA-F.:]+)/([0-9]{1,3})");
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*\\]?");

  private Subnet() {}

  /** Whether the host is an address of that network; a name never is, nothing is looked up. */
  static boolean holds(String subnet, String host) {
    var form = FORM.matcher(subnet);
    if (!form.matches() || !ADDRESS.matcher(host).matches()) {
      return false;
    }
    try {
      byte[] network = InetAddress.ofLiteral(form.group(1)).getAddress();
      byte[] address = InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).getAddress();
      int rest = network.length * 8 - Integer.parseInt(form.group(2));
      return network.length == address.length
          && rest >= 0
          && new BigInteger(1, network)
              .shiftRight(rest)
              .equals(new BigInteger(1, address).shiftRight(rest));
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}

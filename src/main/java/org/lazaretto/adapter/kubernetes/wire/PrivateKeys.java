package org.lazaretto.adapter.kubernetes.wire;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads private keys as kubeconfigs hold them: PKCS #8, and the older PKCS #1 (RSA) and SEC 1 (EC),
 * which Java reads only when wrapped into PKCS #8 (RFC 5208, RFC 5915).
 */
final class PrivateKeys {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ((?:RSA |EC |ENCRYPTED )?)PRIVATE KEY-----([^-]*)-----END");
  private static final byte[] VERSION = {2, 1, 0};
  private static final byte[] RSA = {
    0x30, 13, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };
  private static final byte[] EC = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 4;
  private static final int CURVE = 0xa0;

  private PrivateKeys() {}

  /**
   * The first key of the text.
   *
   * @throws GeneralSecurityException if there is none that can be read; it does not quote the text
   */
  static PrivateKey read(String pem) throws GeneralSecurityException {
    Matcher block = BLOCK.matcher(pem);
    if (!block.find()) {
      throw new InvalidKeySpecException("the client key is not a PEM private key");
    }
    byte[] der = Base64.getMimeDecoder().decode(block.group(2));
    return switch (block.group(1)) {
      case "" -> pkcs8(der);
      case "RSA " -> pkcs8(wrapped(RSA, der));
      case "EC " -> pkcs8(wrapped(tagged(SEQUENCE, EC, curve(der)), der));
      default -> throw new InvalidKeySpecException("the client key is encrypted");
    };
  }

  private static PrivateKey pkcs8(byte[] der) throws GeneralSecurityException {
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (InvalidKeySpecException another) {
        // of another sort: the next is tried
      }
    }
    throw new InvalidKeySpecException("the client key is neither RSA nor EC nor Ed25519");
  }

  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    return tagged(SEQUENCE, VERSION, algorithm, tagged(OCTETS, key));
  }

  /** The curve's name inside a SEC 1 key: SEQUENCE { version, key, [0] curve, … }. */
  private static byte[] curve(byte[] der) throws InvalidKeySpecException {
    int at = content(der, 0);
    while (at > 0 && at < der.length) {
      int start = content(der, at);
      int end = start + length(der, at);
      if ((der[at] & 0xff) == CURVE && end <= der.length) {
        return Arrays.copyOfRange(der, start, end);
      }
      at = end;
    }
    throw new InvalidKeySpecException("the client key does not name its curve");
  }

  private static int content(byte[] der, int at) throws InvalidKeySpecException {
    return at + 2 + lengthBytes(der, at);
  }

  private static int length(byte[] der, int at) throws InvalidKeySpecException {
    int more = lengthBytes(der, at);
    int length = more == 0 ? der[at + 1] & 0x7f : 0;
    for (int i = 0; i < more; i++) {
      length = length << 8 | (der[at + 2 + i] & 0xff);
    }
    return length;
  }

  private static int lengthBytes(byte[] der, int at) throws InvalidKeySpecException {
    int more = at + 1 < der.length && der[at + 1] < 0 ? der[at + 1] & 0x7f : 0;
    if (more > 2 || at + 2 + more > der.length) {
      throw new InvalidKeySpecException("the client key is damaged");
    }
    return more;
  }

  private static byte[] tagged(int tag, byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + 4);
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }
}

package org.lazaretto.adapter.kubernetes.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeysTest {
  @ParameterizedTest
  @CsvSource({"RSA,2048", "EC,256", "EC,384", "EC,521"})
  void the_older_forms_are_read(String algorithm, int size) throws Exception {
    KeyPair pair = pair(algorithm, size);
    String text = block(algorithm + " ", older(pair));

    assertThat(number(PrivateKeys.read("a comment\n" + text))).isEqualTo(number(pair.getPrivate()));
  }

  @ParameterizedTest
  @CsvSource({"RSA,2048", "EC,256", "Ed25519,0"})
  void the_newer_form_is_read(String algorithm, int size) throws Exception {
    KeyPair pair = pair(algorithm, size);

    assertThat(PrivateKeys.read(pkcs8(pair))).isEqualTo(pair.getPrivate());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "swordfish", "-----BEGIN PRIVATE KEY-----", "-----BEGIN CERTIFICATE-----"})
  void what_is_no_key_is_refused(String text) {
    assertThatThrownBy(() -> PrivateKeys.read(text))
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessageNotContaining("swordfish");
  }

  @Test
  void a_damaged_key_is_refused_wherever_it_is_cut() throws Exception {
    byte[] der = older(pair("EC", 256));
    for (int cut = 0; cut < der.length - 1; cut++) {
      String damaged = block("EC ", java.util.Arrays.copyOf(der, cut));
      assertThatThrownBy(() -> PrivateKeys.read(damaged))
          .isInstanceOf(GeneralSecurityException.class);
    }
  }

  @Test
  void an_encrypted_key_is_refused_by_name() {
    assertThatThrownBy(() -> PrivateKeys.read(block("ENCRYPTED ", new byte[8])))
        .hasMessageContaining("encrypted");
  }

  private static KeyPair pair(String algorithm, int size) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (size > 0) {
      generator.initialize(size);
    }
    return generator.generateKeyPair();
  }

  private static BigInteger number(PrivateKey key) {
    return switch (key) {
      case java.security.interfaces.ECPrivateKey ec -> ec.getS();
      case RSAPrivateKey rsa -> rsa.getPrivateExponent();
      default -> throw new IllegalStateException(key.getAlgorithm());
    };
  }

  /** PKCS #1 for RSA; for EC what {@code openssl ecparam -genkey} writes: the curve inside. */
  private static byte[] older(KeyPair pair) throws Exception {
    PrivateKeyInfo info = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
    if (pair.getPrivate() instanceof java.security.interfaces.ECPrivateKey key) {
      int bits = key.getParams().getOrder().bitLength();
      return new ECPrivateKey(bits, key.getS(), info.getPrivateKeyAlgorithm().getParameters())
          .getEncoded();
    }
    return info.parsePrivateKey().toASN1Primitive().getEncoded();
  }

  private static String pkcs8(KeyPair pair) throws Exception {
    return block("", PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded()).getEncoded());
  }

  private static String block(String type, byte[] der) {
    byte[] newline = "\n".getBytes(StandardCharsets.UTF_8);
    return "-----BEGIN "
        + type
        + "PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, newline).encodeToString(der)
        + "\n-----END "
        + type
        + "PRIVATE KEY-----\n";
  }
}

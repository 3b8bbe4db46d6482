package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.http.security.Certificates;

/** From a request to a certificate that is worth something. */
class SigningRequestsTest {
  private static final String PATH = "/apis/certificates.k8s.io/v1/certificatesigningrequests";
  private static final String APPROVED =
      "{'spec':{'signerName':'x'},'status':{'conditions':[{'type':'Approved','status':'True','reason':'ByHand'}]}}";

  private PracticeServer practice;
  private TestClient client;
  private KeyPair key;

  @BeforeEach
  void start() throws Exception {
    practice = new PracticeServer();
    client = TestClient.admin(practice);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    key = generator.generateKeyPair();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    practice.close();
  }

  private static String pem(Object object) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString();
  }

  private TestClient.Reply request(String name, String subject) throws Exception {
    String asked =
        pem(
            new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), key.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(key.getPrivate())));
    return client.post(
        PATH,
        "{'metadata':{'name':'%s'},'spec':{'request':'%s','signerName':'kubernetes.io/kube-apiserver-client','usages':['client auth'],'username':'root'}}"
            .formatted(
                name,
                Base64.getEncoder().encodeToString(asked.getBytes(StandardCharsets.US_ASCII))));
  }

  @Test
  void what_is_approved_is_signed_and_lets_its_owner_in() throws Exception {
    assertThat(request("bob", "CN=bob,O=viewers").at("/spec/username")).isEqualTo("admin");

    TestClient.Reply approved = client.patch(PATH + "/bob/approval", "merge-patch", APPROVED);

    assertThat(approved.at("/status/conditions/0/type")).isEqualTo("Approved");
    assertThat(approved.at("/spec/signerName")).isEqualTo("kubernetes.io/kube-apiserver-client");
    byte[] certificate = Base64.getDecoder().decode(approved.at("/status/certificate"));
    Certificates.Issued own =
        new Certificates.Issued(
            new String(certificate, StandardCharsets.US_ASCII),
            pem(new JcaPKCS8Generator(key.getPrivate(), null)));
    try (TestClient bob = TestClient.withCertificate(practice, own)) {
      assertThat(
              bob.post("/apis/authentication.k8s.io/v1/selfsubjectreviews", "{}")
                  .at("/status/userInfo/username"))
          .isEqualTo("bob");
      assertThat(bob.get("/api/v1/pods").code()).isEqualTo(200);
      assertThat(bob.get("/api/v1/secrets").code()).isEqualTo(403);
    }
  }

  @Test
  void nobody_becomes_master_that_way_and_nonsense_is_refused() throws Exception {
    assertThat(request("eve", "CN=eve,O=system:masters").at("/message"))
        .endsWith(
            "use of kubernetes.io/kube-apiserver-client signer with system:masters group is not"
                + " allowed");
    assertThat(
            client
                .post(
                    PATH,
                    "{'metadata':{'name':'x'},'spec':{'request':'LS0t','signerName':'a/b','usages':['client auth']}}")
                .at("/message"))
        .contains("spec.request: Invalid value: \"LS0t\": unable to parse csr");
  }
}

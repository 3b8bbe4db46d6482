package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
  @ParameterizedTest
  @CsvSource({
    "/api/v1/pods,pods,'','',''",
    "/api/v1/namespaces/shop/pods,pods,shop,'',''",
    "/api/v1/namespaces/shop/pods/a,pods,shop,a,''",
    "/api/v1/namespaces/shop/pods/a/eviction,pods,shop,a,eviction",
    "/apis/apps/v1/namespaces/shop/deployments/d/scale,deployments,shop,d,scale",
    "/api/v1/namespaces,namespaces,'','',''",
    "/api/v1/namespaces/shop,namespaces,'',shop,''",
    "/api/v1/namespaces/shop/status,namespaces,'',shop,status",
    "/api/v1/nodes/a%2Fb,nodes,'',a/b,''",
  })
  void a_path_names_objects(
      String path, String plural, String namespace, String name, String subresource) {
    assertThat(Destination.of(path, Kinds.builtIn()))
        .isInstanceOfSatisfying(
            Destination.Objects.class,
            objects -> {
              Where where = objects.where();
              assertThat(where.type().plural()).isEqualTo(plural);
              assertThat(where.namespace()).isEqualTo(namespace);
              assertThat(where.name()).isEqualTo(name);
              assertThat(where.subresource()).isEqualTo(subresource);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/v1/foos",
        "/api/v2/pods",
        "/api/v1/pods/a",
        "/api/v1/namespaces/shop/nodes/a",
        "/apis/apps/v1/namespaces/shop/deployments/d/scale/more",
        "/api/v1/pods/%zz",
      })
  void a_path_that_names_none_is_just_a_path(String path) {
    assertThat(Destination.of(path, Kinds.builtIn())).isInstanceOf(Destination.Path.class);
  }

  @Test
  void a_slash_at_the_end_means_nothing() {
    assertThat(Destination.of("/apis/", Kinds.builtIn())).isEqualTo(new Destination.Path("/apis"));
  }
}

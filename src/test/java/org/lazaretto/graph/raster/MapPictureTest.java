package org.lazaretto.graph.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.graph.MapMarks;

class MapPictureTest {
  private final Stage shop = Stage.of(Clusters.shop().build());

  @Test
  void a_picture_for_a_report_is_a_png_of_the_size_asked_for() throws Exception {
    byte[] png =
        new MapPicture(shop.model(), Stage.DARK.with(MapPalette.LIGHT))
            .whole(
                MapMarks.NONE.withSuspects(Set.of(Clusters.miner().uid())), 900, 400, Clusters.NOW);

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(900);
    assertThat(image.getHeight()).isEqualTo(400);
    assertThat(colours(image))
        .contains(MapPalette.LIGHT.of(Ink.GROUND), MapPalette.LIGHT.of(Ink.SUSPECT_CELL));
  }

  @Test
  void one_node_fills_a_picture_of_its_own() throws Exception {
    int box = shop.model().boxOf("node-b1");
    byte[] png =
        new MapPicture(shop.model(), Stage.DARK)
            .part(shop.model().frame().grid().boundsOf(box), MapMarks.NONE, 430, 160, Clusters.NOW);

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getRGB(14, 60)).isNotEqualTo(MapPalette.DARK.of(Ink.GROUND));
  }

  @Test
  void the_same_cluster_gives_the_same_bytes() {
    MapPicture picture = new MapPicture(shop.model(), Stage.DARK);

    assertThat(picture.whole(MapMarks.NONE, 600, 300, Clusters.NOW))
        .isEqualTo(picture.whole(MapMarks.NONE, 600, 300, Clusters.NOW));
  }

  private static Set<Integer> colours(BufferedImage image) {
    return java.util.Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .boxed()
        .collect(java.util.stream.Collectors.toSet());
  }
}

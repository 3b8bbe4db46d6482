package org.lazaretto.graph.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
  @Test
  void another_reader_sees_every_pixel_as_it_was_drawn() throws Exception {
    int[] pixels = new int[7 * 5];
    Arrays.setAll(pixels, i -> 0xff000000 | i * 0x071d53);

    BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.of(pixels, 7, 5)));

    assertThat(read.getWidth()).isEqualTo(7);
    assertThat(read.getHeight()).isEqualTo(5);
    assertThat(read.getRGB(0, 0, 7, 5, null, 0, 7)).isEqualTo(pixels);
  }
}

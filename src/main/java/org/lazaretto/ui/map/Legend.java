package org.lazaretto.ui.map;

import java.nio.IntBuffer;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.GridPane;
import org.lazaretto.graph.raster.Look;
import org.lazaretto.graph.raster.Raster;
import org.lazaretto.graph.raster.Sample;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** What the signs of the map mean; drawn as the map draws them. */
final class Legend {
  private static final int ROWS = 8;

  private final Parent view;
  @FXML private GridPane legendGrid;

  Legend() {
    this.view = Pages.load("map/legend", this);
  }

  Parent view() {
    return view;
  }

  /** Draws the signs anew. */
  void show(Look look) {
    legendGrid.getChildren().clear();
    Sample[] samples = Sample.values();
    for (int i = 0; i < samples.length; i++) {
      String key = "map.legend." + samples[i].name().toLowerCase(Locale.ROOT).replace('_', '-');
      Label words = new Label(Texts.of(key));
      legendGrid.add(image(samples[i].painted(look)), 2 * (i / ROWS), i % ROWS);
      legendGrid.add(words, 2 * (i / ROWS) + 1, i % ROWS);
    }
  }

  private static ImageView image(Raster raster) {
    PixelBuffer<IntBuffer> pixels =
        new PixelBuffer<>(
            raster.width(),
            raster.height(),
            IntBuffer.wrap(raster.pixels()),
            PixelFormat.getIntArgbPreInstance());
    ImageView image = new ImageView(new WritableImage(pixels));
    image.setFitWidth(Sample.WIDTH);
    image.setFitHeight(Sample.HEIGHT);
    return image;
  }
}

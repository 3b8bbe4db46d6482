package org.lazaretto.ui.walkthrough;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Keeps what a scene shows as PNG files. */
public final class Camera {
  private final Hand hand;
  private final Path folder;

  /** A camera whose pictures go into that folder, which is made if it is missing. */
  public Camera(Hand hand, Path folder) {
    this.hand = hand;
    this.folder = folder;
  }

  /**
   * Takes a picture of a scene as it is now, with what is open above it.
   *
   * @param name the file's name without its ending
   * @return the file
   */
  public Path take(Scene scene, String name) throws IOException, InterruptedException {
    List<Layer> layers = hand.see(() -> layers(scene));
    Files.createDirectories(folder);
    Path file = folder.resolve(name + ".png");
    write(flat(layers), file);
    return file;
  }

  /** One window's picture and where its corner is on the scene that is photographed. */
  private record Layer(WritableImage picture, int x, int y) {}

  /** The scene, and over it the windows that belong to it: menus, lists of hits, tooltips. */
  private static List<Layer> layers(Scene scene) {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer(scene.snapshot(null), 0, 0));
    for (Window window : List.copyOf(Window.getWindows())) {
      if (window instanceof PopupWindow popup && popup.isShowing() && over(popup, scene)) {
        Scene above = popup.getScene();
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        double left = scene.getWindow().getX() + scene.getX();
        double top = scene.getWindow().getY() + scene.getY();
        layers.add(
            new Layer(
                above.getRoot().snapshot(clear, null),
                (int) Math.round(popup.getX() + above.getX() - left),
                (int) Math.round(popup.getY() + above.getY() - top)));
      }
    }
    return layers;
  }

  private static boolean over(PopupWindow popup, Scene scene) {
    Window owner = popup.getOwnerWindow();
    while (owner instanceof PopupWindow below) {
      owner = below.getOwnerWindow();
    }
    return scene.getWindow().equals(owner);
  }

  /** Without the alpha channel, which a window does not have: a quarter less to store. */
  private static BufferedImage flat(List<Layer> layers) {
    WritableImage ground = layers.getFirst().picture();
    BufferedImage image =
        new BufferedImage(
            (int) ground.getWidth(), (int) ground.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    layers.forEach(layer -> pen.drawImage(image(layer.picture()), layer.x(), layer.y(), null));
    pen.dispose();
    return image;
  }

  private static BufferedImage image(WritableImage picture) {
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] pixels = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return image;
  }

  private static void write(BufferedImage image, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam smallest = writer.getDefaultWriteParam();
    smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    smallest.setCompressionQuality(0);
    try (OutputStream bytes = Files.newOutputStream(file);
        ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), smallest);
    } finally {
      writer.dispose();
    }
  }
}

package org.lazaretto.ui.walkthrough;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
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
   * Takes a picture of a scene as it is now.
   *
   * @param name the file's name without its ending
   * @return the file
   */
  public Path take(Scene scene, String name) throws IOException, InterruptedException {
    WritableImage picture = hand.see(() -> scene.snapshot(null));
    Files.createDirectories(folder);
    Path file = folder.resolve(name + ".png");
    write(opaque(picture), file);
    return file;
  }

  /** Without the alpha channel, which a window does not have: a quarter less to store. */
  private static BufferedImage opaque(WritableImage picture) {
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] pixels = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
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

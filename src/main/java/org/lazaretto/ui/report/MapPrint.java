package org.lazaretto.ui.report;

import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.lazaretto.model.HostileText;

/** A picture of the map as wide as the page, but no wider than it was drawn for. */
final class MapPrint extends Region {
  /** The picture is drawn twice as dense as the page. */
  private static final double DENSITY = 2;

  private final ImageView view;

  /**
   * A picture.
   *
   * @param caption what is to be seen, for who cannot see it
   */
  MapPrint(Image picture, String caption) {
    this.view = new ImageView(picture);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    setMinWidth(0);
    setMaxWidth(view.getImage().getWidth() / DENSITY);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(HostileText.visible(caption));
    getStyleClass().add("report-print");
    getChildren().add(view);
  }

  @Override
  public javafx.geometry.Orientation getContentBias() {
    return javafx.geometry.Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return view.getImage().getWidth() / DENSITY;
  }

  @Override
  protected double computePrefHeight(double width) {
    double wide = width < 0 ? computePrefWidth(-1) : width;
    return wide * view.getImage().getHeight() / Math.max(1, view.getImage().getWidth());
  }

  @Override
  protected void layoutChildren() {
    view.setFitWidth(getWidth());
  }
}

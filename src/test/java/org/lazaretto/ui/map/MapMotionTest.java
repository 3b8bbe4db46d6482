package org.lazaretto.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.graph.MapModel;
import org.lazaretto.graph.raster.Look;
import org.lazaretto.graph.raster.MapPalette;
import org.lazaretto.graph.raster.Type;
import org.lazaretto.graph.raster.Words;
import org.lazaretto.model.ClusterChange;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.ui.Gallery;
import org.lazaretto.ui.fx.Motion;

/** The map on screen keeps to what the settings say of motion; its clock stands still here. */
class MapMotionTest {
  private final ClusterSnapshot shop = Clusters.shop().build();
  private final MapModel map = new MapModel(shop, _ -> false);
  private MapPicturePane picture;
  private MapView view;
  private Gallery gallery;

  @BeforeEach
  void the_map_is_shown() throws Exception {
    gallery = new Gallery();
    map.apply(shop, ClusterChange.everything(shop));
    MapViewModel model = new MapViewModel(map);
    picture =
        new MapPicturePane(
            model,
            Runnable::run,
            () -> Clusters.NOW,
            new Look(MapPalette.DARK, new Type(1), Words.ENGLISH, true));
    view = gallery.hand.see(() -> new MapView(model, picture));
    gallery.show(() -> new StackPane(view), 900, 500);
  }

  @AfterEach
  void the_map_is_gone() throws Exception {
    gallery.hand.act(view::close);
    gallery.close();
  }

  private void aPodGoes() throws Exception {
    Set<String> gone = Set.of(Clusters.miner().uid());
    map.apply(
        shop.without(ObservedKind.POD, gone),
        new ClusterChange(List.of(), gone, List.of(), Set.of()));
    gallery.hand.act(view::refresh);
  }

  /** Whether the map goes on painting though nothing changes any more. */
  private boolean fades() throws Exception {
    return gallery.hand.see(() -> picture.paint(new MapViewModel.Change.All()));
  }

  @Test
  void who_goes_fades_away() throws Exception {
    aPodGoes();
    assertThat(fades()).isTrue();
  }

  @Test
  void with_reduced_motion_who_goes_is_gone() throws Exception {
    gallery.hand.act(() -> Motion.reduce(gallery.scene(), true));
    aPodGoes();
    gallery.hand.until("a map without motion", () -> !picture.look().motion());
    assertThat(fades()).isFalse();
  }

  @Test
  void motion_that_is_reduced_meanwhile_ends_a_fade() throws Exception {
    aPodGoes();
    assertThat(fades()).isTrue();
    gallery.hand.act(() -> Motion.reduce(gallery.scene(), true));
    gallery.hand.until("its end", () -> !picture.look().motion());
    assertThat(fades()).isFalse();
  }
}

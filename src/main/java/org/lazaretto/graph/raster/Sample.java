package org.lazaretto.graph.raster;

/** The map's signs one by one, as a legend shows them: painted by the same hand. */
public enum Sample {
  READY,
  UNREADY,
  SUSPECT,
  QUARANTINED_POD,
  CAPTURED,
  FLAGGED,
  FAILING,
  LEAVING,
  ARRIVING,
  CORDONED,
  QUARANTINED_NODE,
  STALE,
  STAYS,
  MOVES,
  TOUCHED,
  ARRIVES;

  /** The width of a sample in logical pixels. */
  public static final int WIDTH = 44;

  /** The height of a sample in logical pixels. */
  public static final int HEIGHT = 28;

  /** A picture of it, on the ground of a panel. */
  public Raster painted(Look look) {
    Type type = look.type();
    Raster raster = new Raster(type.px(WIDTH), type.px(HEIGHT));
    Surface s = Surface.of(raster.pixels(), raster.width(), raster.height());
    s.fill(0, 0, raster.width(), raster.height(), look.palette().of(Ink.PANEL));
    new Hand(s, look, new Shapes()).draw(this);
    return raster;
  }

  /** Draws a cell of 36 by 20 in the middle. */
  private record Hand(Surface s, Look look, Shapes shapes) {
    private static final int INSET = 4;

    int px(double logical) {
      return look.type().px(logical);
    }

    int ink(Ink ink) {
      return look.palette().of(ink);
    }

    int right() {
      return px(WIDTH - INSET);
    }

    int bottom() {
      return px(HEIGHT - INSET);
    }

    void draw(Sample sample) {
      switch (sample) {
        case READY -> fill(Ink.CELL);
        case UNREADY -> fill(Ink.CELL_UNREADY);
        case SUSPECT -> suspect(Sign.DIAMOND);
        case QUARANTINED_POD -> suspect(Sign.RINGED_DIAMOND);
        case CAPTURED -> signed(Ink.CELL, Sign.CHECK, Ink.GOOD);
        case FLAGGED -> signed(Ink.CELL, Sign.BANG, Ink.WARN);
        case FAILING -> signed(Ink.CELL, Sign.CROSS, Ink.FAILED);
        case LEAVING -> signed(Ink.CELL, Sign.LEAVES, Ink.TEXT);
        case ARRIVING -> signed(Ink.CELL, Sign.ARRIVES, Ink.GOOD);
        case STALE -> signed(Ink.CELL_ENDED, Sign.UNKNOWN, Ink.MUTED);
        case CORDONED -> cordoned();
        case QUARANTINED_NODE -> quarantined();
        case STAYS ->
            shapes.edge(s, px(INSET), px(INSET), right(), bottom(), px(3), ink(Ink.MUTED));
        case MOVES -> planned(4, 3, Ink.ACCENT, Sign.LEAVES);
        case TOUCHED -> {
          fill(Ink.CELL);
          broken(2, 2, Ink.WARN);
        }
        case ARRIVES -> planned(1, 1, Ink.GOOD, Sign.ARRIVES);
      }
    }

    private void fill(Ink ink) {
      shapes.fill(s, px(INSET), px(INSET), right(), bottom(), px(3), ink(ink));
    }

    private void signed(Ink cell, Sign sign, Ink colour) {
      fill(cell);
      sign(sign, colour);
    }

    private void sign(Sign sign, Ink colour) {
      int size = px(10);
      int left = (px(WIDTH) - size) / 2;
      s.stamp(look.type().sign(sign, size), left, (px(HEIGHT) - size) / 2, ink(colour), 256);
    }

    private void suspect(Sign sign) {
      int halo = Surface.mix(ink(Ink.PANEL), ink(Ink.SUSPECT), 110);
      shapes.edge(s, px(2), px(2), px(WIDTH - 2), px(HEIGHT - 2), px(5), halo);
      signed(Ink.SUSPECT_CELL, sign, Ink.ON_SUSPECT);
    }

    private void cordoned() {
      shapes.hatch(s, px(INSET), px(INSET), right(), bottom(), px(17), ink(Ink.HATCH));
      shapes.edge(s, px(INSET), px(INSET), right(), bottom(), px(3), ink(Ink.EDGE));
      sign(Sign.BARRED, Ink.WARN);
    }

    private void quarantined() {
      int colour = ink(Ink.SUSPECT);
      shapes.edge(s, px(2), px(2), px(WIDTH - 2), px(HEIGHT - 2), px(4), colour);
      shapes.edge(s, px(5), px(5), px(WIDTH - 5), px(HEIGHT - 5), px(2), colour);
      sign(Sign.LOCK, Ink.SUSPECT);
    }

    private void planned(int on, int off, Ink ink, Sign sign) {
      broken(on, off, ink);
      sign(sign, ink);
    }

    private void broken(int on, int off, Ink ink) {
      int step = Math.max(1, px(off));
      shapes.broken(
          s, px(INSET), px(INSET), right(), bottom(), Math.max(1, px(on)), step, ink(ink));
    }
  }
}

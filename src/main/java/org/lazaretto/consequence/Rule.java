package org.lazaretto.consequence;

import java.util.List;
import org.lazaretto.plan.Finding;

/** Looks for one sort of consequence. Pure. */
interface Rule {
  List<Finding> of(Scene scene);
}

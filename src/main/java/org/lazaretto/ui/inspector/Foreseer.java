package org.lazaretto.ui.inspector;

import java.util.List;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;

/** Says what plans would find about a pod. Takes its time in a large cluster. */
@FunctionalInterface
interface Foreseer {
  /** The findings that concern the pod, the gravest first. */
  List<Finding> foresee(Pod pod);
}

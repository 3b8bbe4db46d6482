/** All that can be known of the pod, node or workload that a responder looks at. */
@NullMarked
package org.lazaretto.ui.inspector;

import org.jspecify.annotations.NullMarked;

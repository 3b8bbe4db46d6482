/** Requests to an API server and its answers, byte for byte, and what their failures mean. */
@NullMarked
package org.lazaretto.adapter.kubernetes.wire;

import org.jspecify.annotations.NullMarked;

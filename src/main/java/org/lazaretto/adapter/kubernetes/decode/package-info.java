/** The API server's JSON read into trimmed records, whatever an intruder wrote into it. */
@NullMarked
package org.lazaretto.adapter.kubernetes.decode;

import org.jspecify.annotations.NullMarked;

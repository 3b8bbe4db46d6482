/** Case folders on this machine's disk: journal files, evidence files, the writer's lock. */
@NullMarked
package org.lazaretto.adapter.files;

import org.jspecify.annotations.NullMarked;

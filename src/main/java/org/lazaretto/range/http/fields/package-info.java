/** Who owns which field of an object: server-side apply (Kubernetes documentation). */
@NullMarked
package org.lazaretto.range.http.fields;

import org.jspecify.annotations.NullMarked;

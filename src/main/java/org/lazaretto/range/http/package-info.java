/**
 * The practice cluster's API server, met over HTTPS on loopback by kubectl and any other client.
 */
@NullMarked
package org.lazaretto.range.http;

import org.jspecify.annotations.NullMarked;

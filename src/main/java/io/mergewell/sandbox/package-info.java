/** Chapter 11. A stateful CRM on loopback with invented persons, for trying things out and for tests. */
@NullMarked
package io.mergewell.sandbox;

import org.jspecify.annotations.NullMarked;

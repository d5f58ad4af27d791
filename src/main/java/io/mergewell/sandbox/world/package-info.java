/** Sandbox, part 1. The invented world: names, families, companies, mailboxes and phone numbers of many countries. */
@NullMarked
package io.mergewell.sandbox.world;

import org.jspecify.annotations.NullMarked;

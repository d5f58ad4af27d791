/** What an agreement weighs: Fellegi-Sunter parameters, trained without labels. */
@NullMarked
package io.mergewell.match.model;

import org.jspecify.annotations.NullMarked;

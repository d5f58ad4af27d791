/** Persons in CSV files as people and programs really write them (RFC 4180 and its neighbours). */
@NullMarked
package io.mergewell.crm.csv;

import org.jspecify.annotations.NullMarked;

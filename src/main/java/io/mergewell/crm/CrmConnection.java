package io.mergewell.crm;

/**
 * A system that was opened. Both ways share nothing but the system.
 *
 * @param source the way in
 * @param out the way out
 */
public record CrmConnection(PersonSource source, WayOut out) {}

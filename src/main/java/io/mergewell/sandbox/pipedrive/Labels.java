package io.mergewell.sandbox.pipedrive;

import java.util.List;

/** The labels this company gives to persons; their ids count from 1. */
final class Labels {

    /** In the order of their ids. */
    static final List<String> NAMES = List.of("Customer", "Hot lead", "Warm lead", "Cold lead", "Partner", "Imported");

    private Labels() {}

    static boolean exists(long id) {
        return id >= 1 && id <= NAMES.size();
    }

    static String name(int id) {
        return NAMES.get(id - 1);
    }
}

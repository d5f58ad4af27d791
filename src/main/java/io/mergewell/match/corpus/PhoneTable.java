package io.mergewell.match.corpus;

import com.carrotsearch.hppc.IntArrayList;
import io.mergewell.normalise.PhoneForm;

/** Distinct phone numbers, each with its extension, and their national parts. */
public final class PhoneTable {

    private final TextPool numbers = new TextPool();
    private final TextPool nationals = new TextPool();
    private final IntArrayList national = new IntArrayList();

    int intern(PhoneForm phone) {
        String written = phone.extension().isEmpty() ? phone.digits() : phone.digits() + "x" + phone.extension();
        int number = numbers.intern(written);
        int part = nationals.intern(phone.national());
        if (number == national.elementsCount) {
            national.add(part);
        } else if (nationals.length(part) < nationals.length(national.buffer[number])) {
            // Written once with + and once without, the country is known of one: whichever came first.
            national.buffer[number] = part;
        }
        return number;
    }

    public int size() {
        return numbers.size();
    }

    public TextPool numbers() {
        return numbers;
    }

    /** Numbers without country code and extension. */
    public TextPool nationals() {
        return nationals;
    }

    /** The number of a phone's national part in {@link #nationals}. */
    public int national(int phone) {
        return national.buffer[phone];
    }

    /** Gives each number its new number, and each national part its own by where it comes first in them. */
    void renumber(Renumbering order) {
        order.move(national);
        numbers.renumber(order);
        nationals.renumber(Renumbering.of(nationals.size(), national));
    }

    /** Gives up the memory that only new numbers need. */
    void close() {
        numbers.close();
        nationals.close();
    }
}

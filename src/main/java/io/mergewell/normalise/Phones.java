package io.mergewell.normalise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers as people write them, in comparable form, with the help of libphonenumber.
 *
 * <table>
 * <caption>Examples, region US</caption>
 * <tr><th>cell</th><th>digits</th><th>national</th><th>besides</th></tr>
 * <tr><td>(415) 555-0132 x12</td><td>14155550132</td><td>4155550132</td><td>extension 12</td></tr>
 * <tr><td>+49 (0)89 / 123456, 0049 89 123456</td><td>4989123456</td><td>89123456</td><td></td></tr>
 * <tr><td>1-800-FLOWERS</td><td>18003569377</td><td>8003569377</td><td></td></tr>
 * <tr><td>555-0132</td><td>5550132</td><td>5550132</td><td>not international</td></tr>
 * <tr><td>123456789, 0000000, 12</td><td>as written</td><td></td><td>not valid</td></tr>
 * </table>
 */
public final class Phones {

    private static final String UNKNOWN_REGION = "ZZ";
    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 17;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String region;

    /**
     * A reader of numbers.
     *
     * @param region ISO 3166 code of the region of numbers without a country code; null where none is assumed: then only
     *     numbers with + or 00 are placed in a country
     * @throws IllegalArgumentException if the region is none that has phone numbers
     */
    public Phones(@Nullable String region) {
        if (region != null && !numbers.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException("The phone region \"" + region
                    + "\" is not known: use a two-letter country code in capitals, such as US or DE.");
        }
        this.region = region == null ? UNKNOWN_REGION : region;
    }

    /**
     * The numbers of one cell, in their order and each once.
     *
     * @return empty for a cell without a number
     */
    public List<PhoneForm> of(String cell) {
        List<PhoneText> texts = PhoneCell.split(cell);
        if (texts.size() == 1) {
            return List.of(form(texts.get(0)));
        }
        Set<PhoneForm> forms = new LinkedHashSet<>();
        texts.forEach(text -> forms.add(form(text)));
        return List.copyOf(forms);
    }

    private PhoneForm form(PhoneText text) {
        String digits = text.digits();
        boolean valid =
                digits.length() >= FEWEST_DIGITS && digits.length() <= MOST_DIGITS && !JunkPhones.isJunk(digits);
        PhoneNumber number = valid ? placed(text.number()) : null;
        if (number == null) {
            return new PhoneForm(digits, withoutLeadingZeros(digits), text.extension(), valid, false);
        }
        String national = numbers.getNationalSignificantNumber(number);
        String international = number.getCountryCode() + national;
        return new PhoneForm(international, national, text.extension(), !JunkPhones.isJunk(national), true);
    }

    /** The number in its country; null if that is not known or has no numbers of such a length. */
    private @Nullable PhoneNumber placed(String number) {
        if (region.equals(UNKNOWN_REGION) && number.charAt(0) != '+') {
            return null;
        }
        try {
            PhoneNumber parsed = numbers.parse(number, region);
            return numbers.isPossibleNumberWithReason(parsed) == ValidationResult.IS_POSSIBLE ? parsed : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    private static String withoutLeadingZeros(String digits) {
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}

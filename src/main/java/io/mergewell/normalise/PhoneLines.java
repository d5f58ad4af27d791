package io.mergewell.normalise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/** What kind of line a phone number is, as far as its digits tell. Source: the number plans of libphonenumber. */
public final class PhoneLines {

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    /**
     * Whether a number is one human being's own, such as a mobile number. Fixed lines and service numbers are not, nor is
     * a number of unknown kind, nor one of a country where fixed and mobile lines look alike, as in North America: it
     * may be the one of a whole household.
     *
     * @param digits country code and number, without a plus
     */
    public boolean isPersonal(String digits) {
        try {
            return switch (numbers.getNumberType(numbers.parse("+" + digits, null))) {
                case MOBILE, PERSONAL_NUMBER, VOIP, PAGER -> true;
                case FIXED_LINE, FIXED_LINE_OR_MOBILE, TOLL_FREE, PREMIUM_RATE, SHARED_COST, UAN, VOICEMAIL, UNKNOWN ->
                    false;
            };
        } catch (NumberParseException e) {
            return false;
        }
    }
}

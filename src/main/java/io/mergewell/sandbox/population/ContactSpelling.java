package io.mergewell.sandbox.population;

import io.mergewell.person.ContactValue;
import io.mergewell.sandbox.world.Dice;
import io.mergewell.sandbox.world.PhoneNumber;
import io.mergewell.sandbox.world.PhoneNumber.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How people and machines write mail addresses and phone numbers. */
final class ContactSpelling {

    private static final List<Style> TYPED = List.of(
            Style.INTERNATIONAL,
            Style.INTERNATIONAL,
            Style.COMPACT,
            Style.NATIONAL,
            Style.NATIONAL,
            Style.DASHES,
            Style.BRACKETS,
            Style.DOTS,
            Style.BOTH);

    private static final List<Style> IMPORTED =
            List.of(Style.COMPACT, Style.COMPACT, Style.ZEROS, Style.NATIONAL, Style.BARE);

    private static final Map<String, String> MISTYPED = Map.of(
            "@gmail.com", "@gmial.com",
            "@hotmail.com", "@hotmial.com",
            "@yahoo.com", "@yaho.com",
            "@outlook.com", "@outlok.com");

    private final Dice dice;
    private final Set<Flaw> flaws;

    ContactSpelling(Dice dice, Set<Flaw> flaws) {
        this.dice = dice;
        this.flaws = flaws;
    }

    /** The first is primary. A careful hand writes addresses as they are. */
    List<ContactValue> mails(List<Reach.Mail> mails, boolean careful) {
        List<ContactValue> values = new ArrayList<>();
        for (Reach.Mail mail : mails) {
            values.add(new ContactValue(
                    written(mail.address(), careful ? 25 : 170, careful ? 4 : 45), mail.label(), values.isEmpty()));
        }
        return values;
    }

    /** The first is primary. */
    List<ContactValue> phones(List<Reach.Phone> phones, boolean imported, int wrong) {
        List<ContactValue> values = new ArrayList<>();
        for (Reach.Phone phone : phones) {
            PhoneNumber number = phone.number();
            if (dice.chance(wrong)) {
                flaws.add(Flaw.PHONE_WRONG);
                number = number.misheard();
            }
            String text = number.in(dice.pick(imported ? IMPORTED : TYPED));
            boolean joined = imported && !values.isEmpty() && dice.chance(120);
            if (joined) {
                ContactValue before = values.remove(values.size() - 1);
                values.add(new ContactValue(before.value() + " / " + text, before.label(), before.primary()));
                continue;
            }
            boolean extension = phone.label().equals("work") && dice.chance(90);
            values.add(new ContactValue(extension ? text + extension() : text, phone.label(), values.isEmpty()));
        }
        return values;
    }

    private String written(String address, int otherForm, int mistyped) {
        if (dice.chance(mistyped)) {
            flaws.add(Flaw.MAIL_TYPO);
            return mistyped(address);
        }
        if (dice.chance(otherForm)) {
            flaws.add(Flaw.MAIL_FORM);
            return otherForm(address);
        }
        return address;
    }

    private String mistyped(String address) {
        String domain = address.substring(address.indexOf('@'));
        String known = MISTYPED.get(domain);
        return known != null && dice.chance(600)
                ? address.replace(domain, known)
                : Typos.in(dice, address.substring(0, address.indexOf('@'))) + domain;
    }

    private String otherForm(String address) {
        boolean gmail = address.endsWith("@gmail.com");
        int at = address.indexOf('@');
        return switch (dice.below(gmail ? 6 : 3)) {
            case 0 -> address.toUpperCase(Locale.ROOT);
            case 1 -> address.substring(0, 1).toUpperCase(Locale.ROOT) + address.substring(1);
            case 2 -> dice.chance(300) ? "mailto:" + address : capitalised(address);
            case 3 -> address.substring(0, at) + "+" + tag() + address.substring(at);
            case 4 -> address.substring(0, at).replace(".", "") + address.substring(at);
            default -> address.substring(0, 1) + "." + address.substring(1);
        };
    }

    private String tag() {
        return dice.pick(List.of("news", "shop", "crm", "work", "spam", "2024"));
    }

    private static String capitalised(String address) {
        StringBuilder text = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < address.length(); i++) {
            char letter = address.charAt(i);
            text.append(start ? Character.toUpperCase(letter) : letter);
            start = letter == '.' || letter == '@' || letter == '-';
        }
        return text.toString();
    }

    private String extension() {
        int number = dice.between(10, 499);
        return dice.pick(List.of(" ext. ", " x", " ext ", "-")) + number;
    }
}

package io.mergewell.sandbox.population;

import io.mergewell.sandbox.world.Dice;
import io.mergewell.sandbox.world.Human;
import io.mergewell.sandbox.world.Human.Job;
import io.mergewell.sandbox.world.PhoneNumber;
import java.util.ArrayList;
import java.util.List;

/** The mail addresses and phone numbers that one record holds, before anybody writes them down. */
final class Reach {

    /** An address and its label. */
    record Mail(String address, String label) {}

    /** A number and its label. */
    record Phone(PhoneNumber number, String label) {}

    private final List<Mail> mails = new ArrayList<>();
    private final List<Phone> phones = new ArrayList<>();

    /** As a careful colleague notes them down. */
    static Reach first(Dice dice, Human human) {
        Reach reach = new Reach();
        boolean work = reach.workMail(human, dice.chance(870));
        reach.privateMail(human, dice.chance(work ? 260 : 900));
        reach.mobile(human, dice.chance(780));
        reach.workPhone(human, dice.chance(520));
        reach.landline(human, dice.chance(650));
        return reach;
    }

    /** As they come in by one way. */
    static Reach by(Encounter how, Dice dice, Human human) {
        Reach reach = new Reach();
        switch (how) {
            case WEB_FORM -> {
                reach.privateMail(human, dice.chance(650));
                reach.workMail(human, reach.mails.isEmpty() || dice.chance(200));
                reach.mobile(human, dice.chance(600));
                reach.landline(human, dice.chance(250));
            }
            case TRADE_FAIR, NEW_JOB -> {
                reach.workMail(human, dice.chance(920));
                reach.mobile(human, dice.chance(550));
                reach.workPhone(human, dice.chance(350));
            }
            case IMPORT -> {
                reach.workMail(human, dice.chance(700));
                reach.privateMail(human, dice.chance(350));
                reach.mobile(human, dice.chance(550));
                reach.workPhone(human, dice.chance(300));
                reach.landline(human, dice.chance(400));
            }
            case PHONE_CALL -> {
                reach.mobile(human, dice.chance(850));
                reach.workPhone(human, reach.phones.isEmpty());
                reach.workMail(human, dice.chance(200));
            }
            case NEW_NAME -> {
                reach.privateMail(human, dice.chance(800));
                reach.mobile(human, dice.chance(800));
            }
            case REFERRAL -> reach.mobile(human, dice.chance(250));
        }
        return reach;
    }

    boolean shares(Reach other) {
        return mails.stream().anyMatch(mail -> other.has(mail.address()))
                || phones.stream().anyMatch(phone -> other.has(phone.number()));
    }

    /** Takes over one address or number of another record; false if that has none. */
    boolean takeOneOf(Reach other, Dice dice) {
        boolean mail = !other.mails.isEmpty() && (other.phones.isEmpty() || dice.chance(550));
        if (mail) {
            mails.add(dice.pick(other.mails));
        } else if (!other.phones.isEmpty()) {
            phones.add(dice.pick(other.phones));
        }
        return mail || !other.phones.isEmpty();
    }

    List<Mail> mails() {
        return mails;
    }

    List<Phone> phones() {
        return phones;
    }

    private boolean has(String address) {
        return mails.stream().anyMatch(mail -> mail.address().equals(address));
    }

    private boolean has(PhoneNumber number) {
        return phones.stream().anyMatch(phone -> phone.number().equals(number));
    }

    private boolean workMail(Human human, boolean wanted) {
        Job job = human.job();
        if (job != null && wanted) {
            mails.add(new Mail(job.mail(), "work"));
        }
        return job != null && wanted;
    }

    private void privateMail(Human human, boolean wanted) {
        if (wanted && !human.privateMails().isEmpty()) {
            int used = mails.size() % human.privateMails().size();
            mails.add(new Mail(human.privateMails().get(used), mails.isEmpty() ? "work" : "home"));
        }
    }

    private void mobile(Human human, boolean wanted) {
        PhoneNumber mobile = human.mobile();
        if (mobile != null && wanted) {
            phones.add(new Phone(mobile, "mobile"));
        }
    }

    private void workPhone(Human human, boolean wanted) {
        Job job = human.job();
        if (job != null && wanted) {
            phones.add(new Phone(job.phone(), "work"));
        }
    }

    private void landline(Human human, boolean wanted) {
        PhoneNumber landline = human.landline();
        if (landline != null && wanted) {
            phones.add(new Phone(landline, "home"));
        }
    }
}

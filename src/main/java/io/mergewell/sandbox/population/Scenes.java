package io.mergewell.sandbox.population;

import io.mergewell.sandbox.world.Company;
import io.mergewell.sandbox.world.Dice;
import io.mergewell.sandbox.world.Human;
import io.mergewell.sandbox.world.Human.Job;
import io.mergewell.sandbox.world.Humans;
import io.mergewell.sandbox.world.Identity;
import io.mergewell.sandbox.world.PhoneNumber;
import io.mergewell.sandbox.world.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Small groups of people who come into the CRM together. Most consist of one; the others are what makes a careless
 * matcher stumble. Each scene follows from its number alone.
 */
final class Scenes {

    private static final int MOST_PEOPLE = 8;

    /** What happens in a scene, and how often in a thousand. */
    private enum Kind {
        ONE_PERSON(874),
        FAMILY(34),
        FATHER_AND_SON(6),
        TWINS(5),
        COLLEAGUES(35),
        NAMESAKES(13),
        COMPANY(17),
        PLACEHOLDER(10),
        SHELL(6);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    private static final Ranked<Kind> KINDS = Ranked.byWeight(List.of(Kind.values()), kind -> kind.weight);

    private final long seed;
    private final Humans humans;
    private final Records records;
    private final Oddities oddities;

    Scenes(PopulationSettings settings) {
        this.seed = settings.seed();
        this.humans = new Humans(settings.count(), settings.seed());
        this.records = new Records(humans);
        this.oddities = new Oddities();
    }

    /** All records of a scene, those of one human being behind one another. */
    List<Draft> play(long scene) {
        Dice dice = Dice.of(seed, scene);
        return switch (KINDS.pick(dice)) {
            case ONE_PERSON -> drafts(dice, scene, List.of(somebody(dice, scene)));
            case FAMILY -> drafts(dice, scene, family(dice, scene));
            case FATHER_AND_SON -> drafts(dice, scene, fatherAndSon(dice, scene));
            case TWINS -> drafts(dice, scene, twins(dice, scene));
            case COLLEAGUES -> drafts(dice, scene, colleagues(dice, scene));
            case NAMESAKES -> drafts(dice, scene, namesakes(dice, scene));
            case COMPANY -> List.of(oddities.company(dice, humans.company(dice, humans.identity(dice))));
            case PLACEHOLDER -> List.of(oddities.placeholder(dice, "m" + scene));
            case SHELL -> List.of(oddities.shell(dice, humans.identity(dice), "m" + scene));
        };
    }

    private List<Draft> drafts(Dice dice, long scene, List<Human> cast) {
        List<Draft> drafts = new ArrayList<>();
        for (int member = 0; member < cast.size(); member++) {
            drafts.addAll(records.of(dice, cast.get(member), "h" + scene + "." + member));
        }
        return drafts;
    }

    private Human somebody(Dice dice, long scene) {
        return human(dice, scene, 0, humans.identity(dice));
    }

    private Human human(Dice dice, long scene, int member, Identity identity) {
        return humans.human(dice, scene * MOST_PEOPLE + member, identity);
    }

    /** Two to four people at one landline, often with one mailbox for all. */
    private List<Human> family(Dice dice, long scene) {
        Identity parent = humans.elder(dice);
        List<Identity> members = new ArrayList<>(List.of(parent, humans.relative(dice, parent, dice.between(0, 4))));
        for (int children = dice.below(3); children > 0; children--) {
            members.add(humans.relative(dice, parent, dice.between(22, 36)));
        }
        return underOneRoof(dice, scene, members, dice.chance(500));
    }

    private List<Human> fatherAndSon(Dice dice, long scene) {
        Identity someone = humans.father(dice);
        List<String> generations = someone.home().generations();
        Identity son = humans.relative(dice, someone, dice.between(22, 36));
        return underOneRoof(
                dice,
                scene,
                List.of(
                        someone.withGeneration(generations.get(0)),
                        someone.bornOn(son.born()).withGeneration(generations.get(1))),
                dice.chance(400));
    }

    private List<Human> twins(Dice dice, long scene) {
        Identity one = humans.identity(dice);
        return underOneRoof(dice, scene, List.of(one, humans.twin(dice, one)), dice.chance(400));
    }

    private List<Human> underOneRoof(Dice dice, long scene, List<Identity> members, boolean oneMailbox) {
        Human head = human(dice, scene, 0, members.get(0));
        PhoneNumber landline = humans.landline(dice, members.get(0));
        List<String> mailbox = oneMailbox ? List.of(humans.familyMailbox(dice, members.get(0))) : head.privateMails();
        List<Human> family = new ArrayList<>(List.of(head.withLandline(landline).withPrivateMails(mailbox)));
        for (int member = 1; member < members.size(); member++) {
            Human human = human(dice, scene, member, members.get(member)).withLandline(landline);
            family.add(oneMailbox ? human.withPrivateMails(mailbox) : human);
        }
        return family;
    }

    /** Two to four people behind one switchboard, some with the company's common mailbox. */
    private List<Human> colleagues(Dice dice, long scene) {
        Identity first = humans.identity(dice);
        Company company = humans.company(dice, first);
        String mailbox = company.sharedMailbox(dice);
        List<Human> colleagues = new ArrayList<>();
        int people = dice.between(2, 4);
        for (int member = 0; member < people; member++) {
            Identity identity = member == 0 ? first : humans.compatriot(dice, first);
            Human human = human(dice, scene, member, identity);
            Job job = humans.job(dice, identity, company);
            colleagues.add(human.withJob(new Job(company, dice.chance(300) ? mailbox : job.mail(), null)));
        }
        return colleagues;
    }

    /** Two or three people of one name who have nothing else in common. */
    private List<Human> namesakes(Dice dice, long scene) {
        Identity name = humans.identity(dice);
        return Stream.of(0, 1, 2)
                .limit(dice.between(2, 3))
                .map(member -> human(
                        dice,
                        scene,
                        member,
                        member == 0 ? name : name.bornOn(humans.identity(dice).born())))
                .toList();
    }
}

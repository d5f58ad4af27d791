package io.mergewell.cli.jobfile;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.match.FieldKind;
import io.mergewell.match.MatchSettings;
import io.mergewell.match.TrainedModel;
import io.mergewell.match.model.ExpectedQuality;
import io.mergewell.review.ModelFile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a job says about matching: the section {@code match} and the region of its phone numbers. */
final class MatchSection {

    private static final Kind<FieldKind> KIND = Kind.oneOf(Words.of(FieldKind.values()));

    static final Key<String> PHONE_REGION = Key.open(
            "phone-region",
            Kind.of("two capital letters of a country, such as `US`, `GB`, `IT`", MatchSection::region),
            "none",
            "where a phone number without a country code is from");

    private static final Key<Double> REVIEW = Key.open(
            "review-threshold",
            Kind.share(),
            "chosen from the data",
            String.format(
                    Locale.ROOT,
                    "match probability from which a pair is proposed; never below %.4f, just above what a name alone can"
                            + " reach",
                    ExpectedQuality.leastReview()));
    private static final Key<Double> AUTO = Key.open(
            "auto-threshold",
            Kind.share(),
            "chosen from the data",
            "match probability from which a group may be called AUTO; not below `match.review-threshold`");
    private static final Key<TrainedModel> MODEL = Key.open(
            "model",
            Kind.of("file", MatchSection::model),
            "learned",
            "a `model.json` of an earlier run: its shares, prior and thresholds are used again");
    private static final Key<Section> FIELDS = Key.open(
            "fields",
            Kind.section(List.of(Key.open(
                    Keys.ANY_CUSTOM,
                    KIND,
                    "not compared",
                    "how a further field is compared; `unique`: two different ones are never one person"))),
            "none",
            "further fields to compare");

    static final List<Key<?>> KEYS = List.of(REVIEW, AUTO, MODEL, FIELDS);

    private MatchSection() {}

    /** @param crm of the same job, if it is known: a field to compare must be one that is read */
    static MatchSettings read(Section job, Section match, Optional<CrmSettings> crm) {
        match.onlyKeys(KEYS, "match");
        @Nullable Double review = match.written(REVIEW).orElse(null);
        @Nullable Double auto = match.written(AUTO).orElse(null);
        if (review != null && auto != null && auto < review) {
            match.find(AUTO.name())
                    .map(setting -> setting.error("match.auto-threshold must not be below match.review-threshold: what"
                            + " may be merged without a look has to be surer than what is looked at."))
                    .ifPresent(match::mistaken);
            auto = null;
        }
        return new MatchSettings(
                job.written(PHONE_REGION).orElse(null),
                review,
                auto,
                match.written(MODEL).orElse(null),
                fields(match.section(FIELDS), crm));
    }

    private static TrainedModel model(Setting setting) {
        try {
            return ModelFile.read(setting.path());
        } catch (IOException e) {
            throw setting.error("match.model names " + setting.path() + ", but " + e.getMessage()
                    + ". Take the model.json of a run that was right, or leave the key out to learn anew.");
        }
    }

    private static String region(Setting setting) {
        String region = setting.text();
        if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)) {
            throw setting.mustBe("the two capital letters of a country, such as US, GB or IT");
        }
        return region;
    }

    private static SortedMap<String, FieldKind> fields(Section fields, Optional<CrmSettings> crm) {
        SortedMap<String, FieldKind> kinds = new TreeMap<>();
        fields.settings().forEach((key, setting) -> fields.tried(() -> kind(key, setting, crm))
                .ifPresent(kind -> kinds.put(key, kind)));
        return kinds;
    }

    private static FieldKind kind(String key, Setting setting, Optional<CrmSettings> crm) {
        if (!key.startsWith(Keys.CUSTOM)) {
            throw setting.error(setting.key() + " is not a key of match.fields, where every key begins with custom."
                    + " Write custom." + key + ".");
        }
        crm.ifPresent(read -> requireRead(key, setting, read));
        return KIND.reading().apply(setting);
    }

    private static void requireRead(String key, Setting setting, CrmSettings crm) {
        if (crm instanceof CrmSettings.Csv csv
                && !csv.columns().custom().containsKey(key.substring(Keys.CUSTOM.length()))) {
            throw setting.error(setting.key() + " is no column of this job. Add " + key + " to crm.columns.");
        }
        if (crm instanceof CrmSettings.Online online) {
            online.system().whyNoCustomFields(online.options()).ifPresent(why -> {
                throw setting.error(setting.key() + " cannot be compared: " + why);
            });
        }
    }
}

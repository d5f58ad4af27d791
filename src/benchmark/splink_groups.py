"""Groups by Splink on DuckDB, for any labelled list of persons.

Settings are those of Splink's documentation, put together for the fields a list has:

* cleaning in SQL before linking, as the page on data preparation asks: lower case, no surrounding space, no accents;
  phone numbers as their last nine digits, so that ways of writing them do not matter; dates as YYYYMMDD
* comparisons: ForenameSurnameComparison (example "deduplicate 50k"), EmailComparison and ExactMatch with term frequencies
  (tutorial 4), DateOfBirthComparison and DamerauLevenshtein for numbers (example "febrl3"), JaroWinkler for text. Fields
  with several columns are arrays: ArrayIntersect
* blocking rules: many strict ones (tutorial 8: "between about 10-15"), those of "deduplicate 50k"; for lists up to 20,000
  rows also the loose ones of "febrl3" and "accuracy analysis" (a name, a date, a postcode alone)
* training (tutorial 4): the prior from its deterministic rules with recall 0.7, or, for lists with companies, from rules
  of several fields each; u from 10 million random pairs; m by expectation maximisation in blocks of equal names, dates
  and addresses
* where that cannot be trained, a simple model of few fields takes its place: see Model.simplify
* clusters: connected components at match probability 0.95 (example "deduplicate 50k")
"""

import argparse
import logging
import sys

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from labelled_list import LabelledList, quality, report

THRESHOLD = 0.95
ORACLE = [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999, 0.99999]
SMALL = 20_000


def quoted(column):
    return '"' + column.replace('"', '""') + '"'


def text(column):
    return f"nullif(lower(strip_accents(trim({quoted(column)}))), '')"


def digits(column):
    return f"nullif(right(regexp_replace({quoted(column)}, '[^0-9]', '', 'g'), 9), '')"


def joined(columns, cleaned=text):
    return f"nullif(concat_ws(' ', {', '.join(map(cleaned, columns))}), '')"


def united(columns, cleaned):
    values = f"list_distinct([{', '.join(map(cleaned, columns))}])"
    return f"case when len({values}) = 0 then null else {values} end"


class Model:
    """Cleaned columns, comparisons and rules for the fields of one list."""

    def __init__(self, listed, rows):
        self.columns = {}
        self.comparisons = []
        self.rules = []
        self.sessions = []
        self.small = rows <= SMALL
        self.simple = False
        self.learns_prior = True
        self.names(listed)
        self.date(listed)
        self.contacts(listed, "emails", text, "email", cl.EmailComparison)
        self.contacts(listed, "phones", digits, "phone", lambda column: cl.DamerauLevenshteinAtThresholds(column, [1, 2]))
        self.places(listed)

    def has(self, *columns):
        return all(column in self.columns for column in columns)

    def block(self, *expressions, needs, explode=()):
        if self.has(*needs):
            options = {"arrays_to_explode": list(explode)} if explode else {}
            self.rules.append(block_on(*expressions, **options))

    def take_default_prior(self):
        """One pair in ten thousand, as Splink has it."""
        self.learns_prior = False

    def simplify(self):
        """The model of DQBench's adapter for Splink: few fields, three levels, the default prior. Tutorial 8 advises to
        begin with a simple one, too."""
        self.simple = True
        self.learns_prior = False
        likened = [name for name in ("first_name", "last_name", "email", "street") if self.has(name)]
        self.comparisons = [cl.JaroWinklerAtThresholds(name, [0.9, 0.7]) for name in likened]
        if self.has("phone"):
            self.comparisons.append(cl.ExactMatch("phone"))
        if not self.has("email", "phone") and self.has("birth"):
            self.comparisons.append(cl.DamerauLevenshteinAtThresholds("birth", [1]))
        names = ("last_name", "email", "phone", "birth")
        self.rules = [block_on(name) for name in names if self.has(name)]
        self.sessions = self.rules[:2]

    def deterministic(self):
        """Rules that are hardly ever wrong. Those of tutorial 4; where people come from companies, which share mailboxes
        and switchboards, of several fields each."""
        if self.has("email", "first_name", "birth") and not self.has("company"):
            return [
                block_on("first_name", "birth"),
                "l.first_name = r.first_name and levenshtein(r.last_name, l.last_name) <= 2",
                block_on("email"),
            ]
        name = ["first_name", "last_name"] if self.has("first_name") else ["whole_name"]
        rules = [[*name, "birth"], [*name, "phone"], [*name, "email"], [*name, "postcode"], ["email", "phone"]]
        found = [block_on(*rule) for rule in rules if self.has(*rule)]
        return found or [block_on(*name)]

    def names(self, listed):
        if listed.of("first-name") and listed.of("last-name"):
            self.columns["first_name"] = joined(listed.of("first-name"))
            self.columns["last_name"] = joined(listed.of("last-name"))
            self.columns["whole_name"] = joined(listed.of("first-name") + listed.of("last-name"))
            self.comparisons.append(cl.ForenameSurnameComparison(
                "first_name", "last_name", forename_surname_concat_col_name="whole_name"))
            self.rules += [
                block_on("first_name", "last_name"),
                block_on("substr(first_name,1,3)", "substr(last_name,1,4)"),
            ]
            self.sessions.append(block_on("first_name", "last_name"))
            if self.small:
                self.rules += [block_on("first_name"), block_on("last_name")]
        else:
            self.columns["whole_name"] = joined(listed.of("name"))
            self.comparisons.append(cl.NameComparison("whole_name"))
            self.rules.append(block_on("whole_name"))
            self.sessions.append(block_on("whole_name"))

    def date(self, listed):
        if not listed.of("birth-date"):
            return
        self.columns["birth"] = (
            f"nullif(regexp_replace({quoted(listed.of('birth-date')[0])}, '[^0-9]', '', 'g'), '')")
        self.comparisons.append(
            cl.DateOfBirthComparison("birth", input_is_string=True, datetime_format="%Y%m%d"))
        self.block("last_name", "birth", needs=["last_name"])
        self.block("first_name", "birth", needs=["first_name"])
        self.block("substr(first_name,1,2)", "substr(last_name,1,2)", "substr(birth,1,4)", needs=["first_name"])
        if self.small:
            self.rules.append(block_on("birth"))
        self.sessions.append(block_on("birth"))

    def contacts(self, listed, field, cleaned, name, comparison):
        columns = listed.of(field)
        if len(columns) == 1:
            self.columns[name] = cleaned(columns[0])
            self.comparisons.append(comparison(name).configure(term_frequency_adjustments=True)
                                    if name == "phone" else comparison(name))
            self.rules.append(block_on(name))
            self.sessions.append(block_on(name))
        elif columns:
            self.columns[name + "s"] = united(columns, cleaned)
            self.columns[name] = cleaned(columns[0])
            self.comparisons.append(cl.ArrayIntersectAtSizes(name + "s", [1]))
            self.block(name + "s", needs=[name + "s"], explode=[name + "s"])
            self.sessions.append(block_on(name))

    def places(self, listed):
        if listed.of("street"):
            self.columns["street"] = joined(listed.of("street"))
            self.comparisons.append(cl.JaroWinklerAtThresholds("street", [0.9, 0.8]))
            self.rules.append(block_on("street"))
        for field in ("postcode", "city", "country"):
            if listed.of(field):
                self.columns[field] = text(listed.of(field)[0])
                self.comparisons.append(cl.ExactMatch(field).configure(term_frequency_adjustments=True))
        if listed.of("organisation"):
            self.columns["company"] = text(listed.of("organisation")[0])
            self.comparisons.append(
                cl.JaroWinklerAtThresholds("company", [0.9]).configure(term_frequency_adjustments=True))
        for place in ("postcode", "city", "company"):
            self.block(place, "first_name", needs=[place, "first_name"])
            self.block(place, "last_name", needs=[place, "last_name"])
        if self.small and self.has("postcode"):
            self.rules.append(block_on("postcode"))
        for key in sorted(key for key, kind in listed.compared.items() if kind in ("exact", "unique")):
            column = key.replace(".", "_").replace("-", "_")
            self.columns[column] = text(listed.of(key)[0])
            self.comparisons.append(cl.ExactMatch(column))


def load(connection, listed):
    """The rows of the list in its order, every cell as text, without the labels."""
    connection.execute(
        "create table list as select row_number() over () - 1 as unique_id, * "
        "from read_csv(?, all_varchar=true, header=true)", [str(listed.file)])
    return connection.execute("select count(*) from list").fetchone()[0]


def trained(connection, model, simple):
    """A linker with every parameter learned.

    Splink 5.0 ends with an error where the deterministic rules find nobody, because the prior is then zero: the default
    prior helps. It does so, too, where a level of agreement never occurs among matches, because that level's m shrinks to
    nothing: fewer levels and fields help.
    """
    cleaned = ", ".join(f"{expression} as {column}" for column, expression in model.columns.items())
    connection.execute(f"create table persons as select unique_id, {cleaned} from list")
    if simple:
        model.simplify()
        return learned(connection, model)
    for simpler in (model.take_default_prior, model.simplify):
        try:
            return learned(connection, model)
        except ValueError as error:
            print(f"Splink could not be trained so: {error}", file=sys.stderr)
            simpler()
    return learned(connection, model)


def learned(connection, model):
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=model.comparisons,
        blocking_rules_to_generate_predictions=model.rules,
        retain_matching_columns=False,
    )
    api = DuckDBAPI(connection=connection)
    linker = Linker(api.register(connection.table("persons")), settings, log_level=logging.ERROR)
    if model.learns_prior:
        linker.training.estimate_probability_two_random_records_match(model.deterministic(), recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    for rule in model.sessions:
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=True)
    return linker


def groups(linker, predictions, threshold, rows):
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        predictions, threshold_match_probability=threshold)
    found = list(range(-rows, 0))
    relation = clusters.as_duckdbpyrelation()
    for row, cluster in relation.project("unique_id, cluster_id").fetchall():
        found[row] = cluster
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("job")
    parser.add_argument("--oracle", action="store_true", help="the best of many thresholds, by the labels")
    parser.add_argument("--simple", action="store_true", help="the simple model at once")
    chosen = parser.parse_args()
    logging.getLogger("splink").setLevel(logging.ERROR)
    listed = LabelledList(chosen.job)
    connection = duckdb.connect()
    rows = load(connection, listed)
    model = Model(listed, rows)
    linker = trained(connection, model, chosen.simple)
    predictions = linker.inference.predict(threshold_match_probability=0.01 if chosen.oracle else THRESHOLD)
    found = groups(linker, predictions, THRESHOLD, rows)
    labels = listed.labels()
    result = {"clusters": quality(found, labels), "simple": model.simple}
    if chosen.oracle:
        reached = [
            {"threshold": threshold, **quality(groups(linker, predictions, threshold, rows), labels)}
            for threshold in ORACLE
        ]
        result["best"] = max(reached, key=lambda one: one["f1"])
    report(result)


if __name__ == "__main__":
    main()

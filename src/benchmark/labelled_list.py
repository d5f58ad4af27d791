"""A labelled list as its job file describes it, and how right groups are. Shared by the rivals' scripts."""

import csv
import json
from collections import Counter
from pathlib import Path

import yaml

TRUTH = "truth"


class LabelledList:
    """The file of a job of type csv and what its columns are."""

    def __init__(self, job):
        content = yaml.safe_load(Path(job).read_text(encoding="utf-8"))
        self.file = Path(job).resolve().parent / content["crm"]["file"]
        self.columns = content["crm"]["columns"]
        self.compared = (content.get("match") or {}).get("fields") or {}

    def of(self, field):
        """The columns of a field, none if the list has no such field."""
        named = self.columns.get(field, [])
        return [named] if isinstance(named, str) else list(named)

    def labels(self):
        """What the truth says of each row, in the file's order."""
        with open(self.file, newline="", encoding="utf-8-sig") as rows:
            return [row[TRUTH] for row in csv.DictReader(rows)]

    def without_labels(self, target):
        """Writes the list to another file, the truth left out."""
        with (
            open(self.file, newline="", encoding="utf-8-sig") as rows,
            open(target, "w", newline="", encoding="utf-8") as out,
        ):
            reader = csv.reader(rows)
            header = next(reader)
            truth = header.index(TRUTH)
            writer = csv.writer(out)
            writer.writerow(header[:truth] + header[truth + 1:])
            writer.writerows(row[:truth] + row[truth + 1:] for row in reader)


def pairs(counts):
    return sum(count * (count - 1) // 2 for count in counts)


def quality(groups, labels):
    """Precision, recall and F1 over every two rows of a group. Both arguments have an entry a row."""
    claimed = pairs(Counter(groups).values())
    existing = pairs(Counter(labels).values())
    right = pairs(Counter(zip(groups, labels)).values())
    return {
        "precision": right / claimed if claimed else 1.0,
        "recall": right / existing if existing else 1.0,
        "f1": 2 * right / (claimed + existing) if claimed + existing else 1.0,
    }


def report(result):
    """Prints what the table needs, as the last line."""
    print(json.dumps(result), flush=True)

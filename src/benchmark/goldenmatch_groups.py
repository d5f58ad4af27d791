"""Groups by GoldenMatch, zero-config: as the first lines of its README have it."""

import sys
import tempfile
from pathlib import Path

import goldenmatch

from labelled_list import LabelledList, quality, report


def main():
    listed = LabelledList(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "persons.csv"
        listed.without_labels(file)
        result = goldenmatch.dedupe(str(file))
    labels = listed.labels()
    groups = list(range(-len(labels), 0))
    for number, cluster in result.clusters.items():
        for row in cluster["members"]:
            groups[row] = number
    report({"clusters": quality(groups, labels)})


if __name__ == "__main__":
    main()

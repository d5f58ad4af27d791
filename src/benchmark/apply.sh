#!/bin/sh
# Approves rows of a dry run of the sandbox and prints how many of them `apply` carries out in a second.
#
#   src/benchmark/apply.sh [ROWS]        1000, if left out
#
# The sandbox has no limits of calls, answers at once, and works on the same processors. What is measured is the run as
# summary.json has it: from taking in the review to the last receipt, with a durable intent before each call. Everything is
# kept in a temporary folder that is removed.
set -eu

home=$(CDPATH='' cd -- "$(dirname "$0")/../.." && pwd -P)
rows=${1:-1000}
port=${PORT:-8123}
folder=$(mktemp -d)
trap 'kill "$sandbox" 2>/dev/null || true; rm -rf "$folder"' EXIT INT TERM
cd "$folder"

"$home/run.sh" sandbox --persons "$((rows * 9))" --no-limits --port "$port" >sandbox.log 2>&1 &
sandbox=$!
until grep -q answers sandbox.log; do
    kill -0 "$sandbox" 2>/dev/null || { cat sandbox.log >&2; exit 75; }
    sleep 1
done
mkdir jobs
cat >jobs/rate.yml <<EOF
crm: { type: pipedrive, base-url: "http://127.0.0.1:$port", token-file: data/sandbox/token }
phone-region: US
apply: { max-merges: $rows, max-deletes: $rows, max-share: 1, max-tokens: 10000000 }
EOF
"$home/run.sh" dry-run --quiet jobs/rate.yml >&2
awk -v most="$rows" '
    most > 0 && /^r[0-9a-f]+,,(MERGE|DELETE),/ { sub(/,,/, ",APPROVE,"); most-- }
    { print }' reports/rate/latest/review.csv >decided.csv
"$home/run.sh" apply jobs/rate.yml decided.csv >&2 || true
sed -n 's/.*"\(startedAt\|endedAt\)" *: *"\([^"]*\)".*/\2/p' reports/rate/latest/summary.json >times
seconds=$(while IFS= read -r time; do date -d "$time" +%s.%N; done <times | sort -n |
    awk 'NR == 1 { first = $1 } { last = $1 } END { printf "%.1f", last - first }')
awk -v rows="$(grep -c ',APPLIED,' reports/rate/latest/receipts.csv)" -v seconds="$seconds" \
    'BEGIN { printf "%d rows applied in %s s: %.1f a second\n", rows, seconds, rows / seconds }'

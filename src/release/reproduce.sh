#!/bin/sh
# Proves that a tarball is what its sources make, byte for byte: builds the commit that is checked out in folders of its
# own, in which all is otherwise that must not matter (path, time zone, language, umask), and compares.
#
#   src/release/reproduce.sh                 builds twice, and keeps the tarball in target/release
#   src/release/reproduce.sh FILE.tar.gz     builds once, and compares with that file
#
# Needs git, a JDK of the release's major version (17) and Maven Central. MAVEN_ARGS goes to Maven.
set -eu

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

theirs=${1:-}
[ -z "$theirs" ] || [ -f "$theirs" ] || fail "There is no file $theirs."
top=$(git -C "$(dirname "$0")" rev-parse --show-toplevel) || fail "Run this in a clone: the sources come from git."
commit=$(git -C "$top" rev-parse HEAD)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# build FOLDER UMASK LANGUAGE TIME_ZONE: the tarball of the commit, built in a new folder; says where it is.
build() {
    (
        umask "$2"
        mkdir -p "$1"
        cd "$1"
        git -C "$top" archive "$commit" | tar -x --no-same-permissions -f -
        # shellcheck disable=SC2086 # arguments are words
        LC_ALL=C TZ=$4 MAVEN_OPTS="${MAVEN_OPTS:-} -Duser.language=$3" \
            ./mvnw -B -q -ntp -Dmaven.test.skip=true ${MAVEN_ARGS:-} package >build.log 2>&1 </dev/null ||
            { tail -n 20 build.log >&2; exit 1; }
        printf '%s\n' "$1"/target/mergewell-*.tar.gz
    ) || fail "The build in $1 failed."
}

same() {
    cmp "$1" "$2" && printf 'The same: %s, SHA-256 %s\n' "$(basename "$2")" "$(sha256sum <"$2" | cut -d ' ' -f 1)"
}

# Explains a difference by the files that differ, and keeps the tarball that was built, for a closer look.
explain() {
    mkdir -p "$top/target/release" "$work/1" "$work/2"
    cp "$1" "$top/target/release/rebuilt.tar.gz"
    tar -x -f "$1" -C "$work/1"
    tar -x -f "$2" -C "$work/2"
    diff -rq "$work/1" "$work/2" >&2 || true
    fail "The tarballs differ; the lines above name the files (none: only their modes, owners, times or order do)." \
        "Were both built from commit $commit and by a JDK of one major version?" \
        "What was built here is in target/release/rebuilt.tar.gz."
}

mine=$(build "$work/a folder far away/from the sources" 077 tr Pacific/Kiritimati)
if [ -z "$theirs" ]; then
    theirs=$(build "$work/another" 002 en America/Los_Angeles)
    mkdir -p "$top/target/release"
    cp "$theirs" "$top/target/release"
fi
same "$mine" "$theirs" || explain "$mine" "$theirs"

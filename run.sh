#!/bin/sh
# Mergewell's one entry point: starts the program. In a clone of the sources it first builds what is missing or outdated;
# in an unpacked tarball it takes the jar beside it.
#
#   ./run.sh            try it: a dry run against the built-in sandbox
#   ./run.sh --help     all commands
#   ./run.sh test       in a clone: the whole test suite
#   ./run.sh soak       in a clone: apply under kills and faults by chance: [--seed S] [--minutes M]
#
# JAVA_HOME chooses a Java; without it the newest one found is taken. JAVA_OPTS and MERGEWELL_JAVA_OPTS go to the JVM.
set -eu

OLDEST_JAVA=17
EX_USAGE=64 EX_BUG=70 EX_TEMPORARY=75 EX_CONFIGURATION=78

# Half of the machine's memory at most; an archive of classes that does not fit is passed over without a word.
JVM_OPTIONS='-XX:MaxRAMPercentage=50 -Xlog:cds=off -Xlog:cds+dynamic=off'

say() { printf '%s\n' "$*" >&2; }

fail() {
    code=$1
    shift
    say "$*"
    exit "$code"
}

# Follows symbolic links to the file itself; readlink -f is not everywhere.
real_path() {
    path=$1
    while [ -L "$path" ]; do
        link=$(readlink "$path")
        case $link in
            /*) path=$link ;;
            *) path=$(dirname "$path")/$link ;;
        esac
    done
    printf '%s/%s\n' "$(CDPATH='' cd -- "$(dirname "$path")" && pwd -P)" "$(basename "$path")"
}

# ---- Java ----

# The major version of the Java in a folder, as a number; nothing if there is none.
java_version() {
    [ -x "$1/bin/java" ] || return 0
    if [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p' "$1/release"
    else
        "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p' | head -n 1
    fi
}

# Every folder that may hold a Java, one a line, the likeliest first.
java_candidates() {
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home 2>/dev/null || true
    elif command -v java >/dev/null; then
        dirname "$(dirname "$(real_path "$(command -v java)")")"
    fi
    usual=/usr/lib/jvm:/usr/java:/opt:/opt/java:/opt/homebrew/opt/openjdk/libexec
    usual=$usual:/Library/Java/JavaVirtualMachines:${HOME:-/}/.sdkman/candidates/java:${HOME:-/}/.jdks
    printf '%s\n' "${MERGEWELL_JAVA_FOLDERS:-$usual}" | tr ':' '\n' | while IFS= read -r folder; do
        for candidate in "$folder"/* "$folder"/*/Contents/Home; do
            [ ! -x "$candidate/bin/java" ] || printf '%s\n' "$candidate"
        done
    done
}

# The Java to use: JAVA_HOME if it is new enough, else the newest. "$1" is a program it must have: java or javac.
find_java() {
    if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/$1" ]; then
        version=$(java_version "$JAVA_HOME")
        if [ "${version:-0}" -ge "$OLDEST_JAVA" ]; then
            printf '%s\n' "$JAVA_HOME"
            return
        fi
    fi
    java_candidates | while IFS= read -r candidate; do
        [ -x "$candidate/bin/$1" ] || continue
        version=$(java_version "$candidate")
        [ "${version:-0}" -lt "$OLDEST_JAVA" ] || printf '%s %s\n' "$version" "$candidate"
    done | sort -s -k 1,1nr | sed -n '1s/^[0-9]* //p'
}

require_java() {
    found=$(find_java "$1")
    [ -n "$found" ] || fail $EX_CONFIGURATION "Mergewell needs $2 $OLDEST_JAVA or newer and found none. Install one:" \
        "apt-get install openjdk-17-jdk-headless (Debian, Ubuntu), dnf install java-21-openjdk-devel (Fedora)," \
        "brew install openjdk (macOS), or https://adoptium.net; then run this again, or point JAVA_HOME to it."
    printf '%s\n' "$found"
}

# ---- Building ----

sources_changed() {
    [ -f "$home/pom.xml" ] || return 1
    [ -f "$jar" ] && [ -f "$home/target/built" ] || return 0
    [ -n "$(find "$home/pom.xml" "$home/src/main" -newer "$home/target/built" | head -n 1)" ]
}

# The classes and their jar, without the checks and test libraries that only those who change the code need.
build() {
    JAVA_HOME=$(require_java javac 'a JDK (to build)')
    export JAVA_HOME
    log=$home/target/build.log
    say "Building Mergewell; the first time this downloads its libraries (log: $log) ..."
    : >"$home/target/building"
    if ! (cd "$home" && ./mvnw -B -q -ntp -Pjar-only \
        resources:resources compiler:compile jar:jar spring-boot:repackage@repackage) >"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        if grep -qE 'Could not transfer|UnknownHost|timed out|Failed to fetch|Connection refused' "$log"; then
            fail $EX_TEMPORARY "The build could not download what it needs. Check the network and run this again (log: $log)."
        fi
        fail $EX_BUG "The build failed; the whole log is in $log."
    fi
    mv "$home/target/building" "$home/target/built"
}

# A jar opened up starts in half the time of a packed one. Each content has a folder of its own, so that a job that is
# running keeps the one it was started from.
unpack() {
    identity=$(ls -lin "$jar")
    if [ -f "$home/target/unpacked" ] && [ "$(sed 1d "$home/target/unpacked")" = "$identity" ]; then
        app=$(sed -n 1p "$home/target/unpacked")
        [ ! -f "$home/target/$app/mergewell.jar" ] || return 0
    fi
    app=app-$(cksum <"$jar" | cut -d ' ' -f 1)
    if [ ! -d "$home/target/$app" ]; then
        rm -rf "$home/target/unpacking"
        "$java/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$home/target/unpacking" >/dev/null
        mv "$home/target/unpacking" "$home/target/$app"
    fi
    printf '%s\n%s\n' "$app" "$identity" >"$home/target/unpacked"
    for old in "$home"/target/app-*; do
        [ "$old" = "$home/target/$app" ] || [ -z "$(find "$old" -prune -mtime +0)" ] || rm -rf "$old"
    done
}

# What a small dry run loads is kept in an archive, one for each Java: later starts need a third less time.
train() {
    [ -r "$java/release" ] || return 0
    archive=$home/target/$app/classes-$(cksum <"$java/release" | cut -d ' ' -f 1).jsa
    [ ! -f "$archive" ] || return 0
    rm -rf "$home/target/training"
    mkdir -p "$home/target/training"
    (
        cd "$home/target/training"
        # shellcheck disable=SC2086 # options are words
        "$java/bin/java" $JVM_OPTIONS -XX:ArchiveClassesAtExit=classes.jsa -jar "$home/target/$app/mergewell.jar" \
            dry-run "$home/jobs/csv-example.yml"
    ) >"$home/target/training.log" 2>&1 </dev/null || : >"$home/target/training/classes.jsa"
    # An empty archive says that training does not work here, so that it is not tried at every start.
    mv "$home/target/training/classes.jsa" "$archive" 2>/dev/null || : >"$archive"
    rm -rf "$home/target/training"
}

# One start at a time prepares; the others wait for it.
prepare() {
    if command -v flock >/dev/null; then
        exec 9>"$home/target/lock"
        flock 9
    fi
    if sources_changed; then
        build
    fi
    unpack
    train
    jar=$home/target/$app/mergewell.jar
    [ ! -s "${archive:-}" ] || sharing=-XX:SharedArchiveFile=$archive
    exec 9>&-
}

# ---- The terminal ----

# Whether results and messages go to a terminal, and how wide it is: Java cannot tell without native code.
look_at_terminal() {
    [ ! -t 1 ] || terminal=-Dmergewell.screen.out=true
    [ -t 2 ] || return 0
    columns=$(stty size <&2 2>/dev/null) || columns=
    terminal="${terminal:-} -Dmergewell.screen.err=true -Dmergewell.screen.columns=${columns#* }"
}

# ---- Here it begins ----

home=$(dirname "$(real_path "$0")")
if [ -f "$home/pom.xml" ]; then
    jar=$home/target/mergewell.jar
else
    jar=$home/mergewell.jar
    [ -f "$jar" ] || fail $EX_CONFIGURATION "There is no mergewell.jar in $home, beside run.sh: unpack the whole tarball again."
fi

if [ "${1:-}" = test ] || [ "${1:-}" = soak ]; then
    what=$1
    shift
    [ -f "$home/pom.xml" ] || fail $EX_USAGE "./run.sh $what needs a clone of the sources, which a tarball does not hold."
    if [ "$what" = soak ]; then
        seed=1 minutes=10
        while [ $# -gt 0 ]; do
            case "$1 ${2:-}" in
                --seed\ [0-9]*) seed=$2 ;;
                --minutes\ [0-9]*) minutes=$2 ;;
                *) fail $EX_USAGE "Usage: ./run.sh soak [--seed S] [--minutes M]" ;;
            esac
            shift 2
        done
        set -- -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=SoakIntegrationTests -Dmergewell.soak.seed="$seed" \
            -Dmergewell.soak.minutes="$minutes"
    fi
    JAVA_HOME=$(require_java javac 'a JDK')
    export JAVA_HOME
    cd "$home"
    exec ./mvnw -B -ntp verify -DexcludedGroups= "$@"
fi

# A scheduler's bare locale would leave Java unable to name files whose names are not plain English.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    '' | C | POSIX) export LC_ALL=C.UTF-8 ;;
esac
# What to type next begins with what was typed now.
case $0 in
    */*) typed=$0 ;;
    *) typed=./$0 ;;
esac
# What mostly waits for a CRM is over before the best compiler pays; only these compare persons by the million.
case ${1:-} in
    '' | dry-run | evaluate | benchmark | compare | explain | sandbox) ;;
    *) JVM_OPTIONS="$JVM_OPTIONS -XX:TieredStopAtLevel=1" ;;
esac
java=$(require_java java Java)
# An installation that cannot be written to runs from its packed jar.
if mkdir -p "$home/target" 2>/dev/null && [ -w "$home/target" ]; then
    prepare
fi
look_at_terminal
# shellcheck disable=SC2086 # options are words
exec "$java/bin/java" $JVM_OPTIONS ${sharing:+"$sharing"} ${terminal:-} ${JAVA_OPTS:-} ${MERGEWELL_JAVA_OPTS:-} \
    -Dmergewell.home="$home" -Dmergewell.command="$typed" -jar "$jar" "$@"

"""Starts each tool on each list as a process of its own, in turns, and prints the medians. See rivals.sh."""

import argparse
import datetime
import json
import os
import platform
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
TRUTH = "truth"


def arguments():
    parser = argparse.ArgumentParser(prog="rivals.sh", description="Mergewell beside its rivals, as a Markdown table.")
    parser.add_argument("jobs", nargs="*", type=Path, metavar="JOB.yml", help="labelled lists, truth in column truth")
    parser.add_argument("--persons", type=int, help="a list of so many invented persons")
    parser.add_argument("--seed", type=int, default=1, help="of the invented persons")
    parser.add_argument("--rounds", type=int, default=3, help="how often each tool runs")
    parser.add_argument("--limit", type=int, default=1800, help="seconds after which a tool is stopped")
    for folder in ("--mergewell", "--rivals", "--scratch"):
        parser.add_argument(folder, type=Path, required=True, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    for folder in ("mergewell", "rivals", "scratch"):
        setattr(chosen, folder, getattr(chosen, folder).absolute())
    if not chosen.jobs and chosen.persons is None:
        parser.error("name job files, or a number of --persons")
    return chosen


class Run:
    """One process: what it printed last, how it ended, and what it cost."""

    def __init__(self, command, scratch, limit, rival):
        # GoldenMatch remembers in the home folder what it chose before, and chooses otherwise the next time.
        with (
            open(scratch / "out", "w+b") as out,
            open(scratch / "err", "w+b") as err,
            tempfile.TemporaryDirectory(dir=scratch) as home,
        ):
            environment = {**os.environ, "HOME": home} if rival else None
            start = time.monotonic()
            process = subprocess.Popen(
                command, stdout=out, stderr=err, env=environment, cwd=home, start_new_session=True)
            signal.signal(signal.SIGALRM, lambda *_: os.killpg(process.pid, signal.SIGKILL))
            signal.alarm(limit)
            _, status, usage = os.wait4(process.pid, 0)
            signal.alarm(0)
            self.wall = time.monotonic() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            lines = out.read().decode(errors="replace").strip().splitlines()
            err.seek(0)
            complaint = err.read().decode(errors="replace").strip().splitlines()
        self.cpu = usage.ru_utime + usage.ru_stime
        self.resident = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
        self.failure = None
        if self.wall >= limit:
            self.failure = f"no answer in {limit} s"
        elif process.returncode != 0 or not lines:
            self.failure = f"ended with code {process.returncode}: {(complaint or ['nothing said'])[-1][:200]}"
        else:
            self.result = json.loads(lines[-1])


def tools(chosen):
    """How each tool that is there is started on a job: name to command."""
    found = {
        "Mergewell": lambda job: [chosen.mergewell, "evaluate", job, "--truth", TRUTH, "--json"],
    }
    for name, label in (("splink", "Splink"), ("goldenmatch", "GoldenMatch")):
        python = chosen.rivals / name / "bin" / "python"
        if python.exists():
            script = HERE / f"{name}_groups.py"
            found[label] = lambda job, python=python, script=script: [python, script, job]
    return found


def versions(chosen):
    lines = [subprocess.run([chosen.mergewell, "--version"], capture_output=True, text=True).stdout.strip()]
    for name in ("splink", "goldenmatch"):
        pip = chosen.rivals / name / "bin" / "pip"
        if pip.exists():
            listed = json.loads(
                subprocess.run([pip, "list", "--format", "json"], capture_output=True, text=True).stdout)
            wanted = {"splink", "duckdb", "goldenmatch", "goldenmatch-native"}
            if name == "goldenmatch":
                wanted -= {"duckdb"}
            lines.append(", ".join(f"{p['name']} {p['version']}" for p in listed if p["name"] in wanted))
    return "; ".join(line for line in lines if line)


def machine():
    model = platform.machine()
    try:
        with open("/proc/cpuinfo") as cpus:
            model = next(line.split(":")[1].strip() for line in cpus if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores of {model}, {memory:.0f} GiB of memory"


def measure(job, chosen):
    """Rows of the table for one list."""
    found = tools(chosen)
    oracle = None
    if "Splink" in found:
        print(f"{job.stem}: which thresholds there are for Splink ...", file=sys.stderr)
        oracle = Run([*found["Splink"](job), "--oracle"], chosen.scratch, chosen.limit, rival=True)
        if not oracle.failure and oracle.result["simple"]:
            # Whoever knows that the rich model fails here does not wait for it.
            found["Splink"] = lambda job, usual=found["Splink"]: [*usual(job), "--simple"]
    runs = {name: [] for name in found}
    failures = {}
    for turn in range(chosen.rounds):
        for name, command in found.items():
            if name not in failures:
                print(f"{job.stem}, round {turn + 1}: {name} ...", file=sys.stderr)
                run = Run(command(job), chosen.scratch, chosen.limit, rival=name != "Mergewell")
                if run.failure:
                    failures[name] = run.failure
                    print(f"{name} is left out on {job.stem}: {run.failure}", file=sys.stderr)
                runs[name].append(run)
    for name in found:
        if name in failures:
            yield [job.stem, name, failures[name].split(":")[0], "", "", "", "", ""]
        else:
            yield row(job.stem, name, runs[name])
    if oracle and not oracle.failure:
        best = oracle.result["best"]
        yield [job.stem, f"Splink, oracle ({best['threshold']})", "", "", "", *quality(best)]


def row(listed, name, runs):
    return [
        listed,
        name,
        f"{statistics.median(run.wall for run in runs):.1f}",
        f"{statistics.median(run.cpu for run in runs):.1f}",
        f"{statistics.median(run.resident for run in runs):,.0f}",
        *quality(runs[-1].result["clusters"]),
    ]


def quality(pairs):
    return [f"{pairs[key]:.3f}" for key in ("precision", "recall", "f1")]


def invented(chosen):
    """A list of invented persons, made by Mergewell."""
    file = chosen.scratch / f"persons{chosen.persons}.csv"
    subprocess.run(
        [chosen.mergewell, "benchmark", "--persons", str(chosen.persons), "--seed", str(chosen.seed), "--file", file,
         "--generate-only"], check=True, stdout=subprocess.DEVNULL)
    return file.with_suffix(".yml")


def main():
    chosen = arguments()
    jobs = ([invented(chosen)] if chosen.persons else []) + [job.resolve() for job in chosen.jobs]
    built = versions(chosen)
    print(f"{datetime.date.today()}, {machine()}; {built}; rounds: {chosen.rounds}, of which the medians.\n")
    head = ["list", "tool", "wall s", "CPU s", "RSS MiB", "precision", "recall", "F1"]
    print(f"| {' | '.join(head)} |\n|{' --- |' * 2}{' ---: |' * 6}", flush=True)
    for job in jobs:
        for cells in measure(job, chosen):
            print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()

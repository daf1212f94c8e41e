"""Prints the medians of alternating runs as a Markdown table: `ratios.py NAME PEAKS ROUND.json…`.

Each round is a JSON file of hyperfine with one run of every command; PEAKS has the peak of memory of each, in KiB.
"""

import json
import statistics
import sys


def main() -> None:
    name, peaks, *rounds = sys.argv[1:]
    times: dict[str, list[float]] = {}
    for path in rounds:
        with open(path, encoding="utf-8") as file:
            for result in json.load(file)["results"]:
                times.setdefault(result["command"], []).append(result["median"])
    with open(peaks, encoding="utf-8") as file:
        memory = [int(line) / 1024 for line in file]
    first = statistics.median(next(iter(times.values())))
    print(f"\n## {name}\n\n| command | median | fastest | ratio | peak memory |\n|---|---:|---:|---:|---:|")
    for (command, runs), most in zip(times.items(), memory, strict=True):
        median = statistics.median(runs)
        ratio = median / first
        print(f"| `{command}` | {median * 1000:.1f} ms | {min(runs) * 1000:.1f} ms | {ratio:.2f} | {most:.0f} MiB |")


main()

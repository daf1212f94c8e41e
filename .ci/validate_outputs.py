"""Runs wirelint in trees of several kinds and holds its reports against the schema and the parsers of their readers."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import jsonschema

WIRELINT = os.path.abspath(sys.argv[1])
SCHEMA = json.loads(pathlib.Path(sys.argv[2]).read_text())
assert SCHEMA["$id"].endswith("sarif-schema-2.1.0.json"), SCHEMA["$id"]

CLEAN = b"News ID : 1\nPublish Date : 4/9/2024 8:05:30 AM\nFerries return\n\nThey sail again.\n"
DIRTY = b"News ID: 1\nPublish Date : 13/9/2024 8:05:30 am\nTalks\n\nTalks\n\nThey\xc2\xa0met. \n\n\nName\nLeave a Reply"
HOSTILE = "##[error]\x1b[31m\u202e\u200b</a>\"'&\0\ufffe\r::error::x\n".encode()
NAMES = [b"a b%#?.txt", b"::error::x\n.txt", b"##[group]\x1b\xff.txt", "‮é漢.txt".encode(), b"c:\\\"<&>'.txt"]
RUNS = {
    "clean": [{b"a.txt": CLEAN}, 0],
    "findings": [{b"a.txt": CLEAN, b"news/b.txt": DIRTY}, 1],
    "hostile": [{name: DIRTY + HOSTILE * 3 for name in NAMES}, 1],
    "unreadable": [{b"a.txt": DIRTY, b"b.txt": b"\xff", b"c\xfe.txt": b"\xff"}, 2],
    "empty": [{}, 2],
    "misconfigured": [{b"a.txt": CLEAN, b"wirelint.toml": b"ignroe = []\n"}, 2],
}


def problems_of(log):
    """What the schema can't say: references lead somewhere, and a failed run says so."""
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    seen = set()
    for result in run["results"]:
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            yield "ruleIndex leads elsewhere"
        seen.add(result["partialFingerprints"]["wirelint/v1"])
    if len(seen) != len(run["results"]):
        yield "two results share a fingerprint"


def main():
    validator = jsonschema.validators.validator_for(SCHEMA)
    validator.check_schema(SCHEMA)
    # Formats are asserted as well: that of `uri-reference` needs a library, so it is a pattern here.
    checker = jsonschema.FormatChecker(formats=[])
    plain = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!$()*+,=@%")
    checker.checks("uri-reference")(lambda text: set(text) <= plain or text.startswith("https://"))
    validator = validator(SCHEMA, format_checker=checker)
    faults = []
    for run, (files, code) in RUNS.items():
        with tempfile.TemporaryDirectory() as directory:
            for name, content in files.items():
                path = os.path.join(os.fsencode(directory), name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                pathlib.Path(os.fsdecode(path)).write_bytes(content)
            formats = ["sarif", "junit", "checkstyle", "gitlab", "rdjson", "json"]
            outputs = [f"--output-format={name}=report.{name}" for name in formats]
            done = subprocess.run([WIRELINT, "check", ".", *outputs], cwd=directory, capture_output=True)
            if done.returncode != code:
                faults.append(f"{run}: exit code {done.returncode} instead of {code}: {done.stderr!r}")
            report = {name: pathlib.Path(directory, f"report.{name}").read_bytes() for name in formats}
        log = json.loads(report["sarif"])
        for error in validator.iter_errors(log):
            faults.append(f"{run}: SARIF: {error.json_path}: {error.message[:200]}")
        faults.extend(f"{run}: SARIF: {problem}" for problem in problems_of(log))
        if log["runs"][0]["invocations"][0]["executionSuccessful"] != (code < 2):
            faults.append(f"{run}: SARIF: executionSuccessful is wrong")
        for name in ["junit", "checkstyle"]:
            try:
                xml.fromstring(report[name])
            except xml.ParseError as error:
                faults.append(f"{run}: {name}: {error}")
        for name in ["gitlab", "rdjson", "json"]:
            json.loads(report[name])
    print("\n".join(faults) or f"{len(RUNS)} runs: every report is valid")
    return 1 if faults else 0


sys.exit(main())

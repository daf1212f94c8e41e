#!/usr/bin/env bash
# Runs wirelint, and those of its peers that are installed, over the same trees in alternation, and prints their times,
# ratios and peak memory as Markdown: `benches/compare.sh [ARTICLES] [ROUNDS]` (50,000 articles of 2.5 KB, 7 rounds).
# Needs hyperfine and Python 3. Each round runs every command once, so that a busy minute hits all of them alike.
set -euo pipefail
cd "$(dirname "$0")/.."
articles=${1:-50000}
rounds=${2:-7}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cargo build --release --locked --quiet
cargo build --release --locked --quiet --example article_tree
tree=target/release/examples/article_tree
wirelint=$PWD/target/release/wirelint
"$tree" "$work/clean" "$articles" clean
"$tree" "$work/mixed" "$articles"
mkdir "$work/rounds"
cp -r "$work/mixed" "$work/copy"

# measure NAME [--prepare COMMAND] -- COMMAND...: runs each command once a round; the first is what the others are
# compared with.
measure() {
    local name=$1 prepare=()
    shift
    if [ "$1" = --prepare ]; then
        prepare=(--prepare "$2")
        shift 2
    fi
    shift
    for command in "$@"; do # once, for the page cache and for the peak of memory
        [ ${#prepare[@]} = 0 ] || sh -c "${prepare[1]}"
        python3 benches/peak.py sh -c "$command" >>"$work/$name.peak"
    done
    for round in $(seq "$rounds"); do
        hyperfine --ignore-failure --runs 1 --style none "${prepare[@]}" --export-json "$work/rounds/$name.$round.json" "$@" \
            >"$work/hyperfine.log" 2>&1 || { cat "$work/hyperfine.log" >&2; exit 1; }
    done
    python3 benches/ratios.py "$name" "$work/$name.peak" "$work/rounds/$name".*.json | sed "s|$wirelint|wirelint|g; s|$work/||g"
}
has() { command -v "$1" >/dev/null; }

cd "$work"
peers=()
has typos && peers+=("typos --isolated clean")
has rumdl && peers+=("rumdl check --no-cache --isolated clean")
first="find clean -type f -exec cat {} + >/dev/null"
has rg && first="rg -c zzqqxx clean"
cd "$OLDPWD"
one=$work/clean/0000/000000.txt
one_first="cat $one"
has rg && one_first="rg -c zzqqxx $one"
(
    cd "$work"
    cp -r "$OLDPWD/benches" benches
    measure 'A clean tree' -- "$first" "$wirelint check clean" "RAYON_NUM_THREADS=1 $wirelint check clean" "${peers[@]}"
    measure 'Three in ten articles with faults' -- "${first/clean/mixed}" "$wirelint check --output-format jsonl mixed >$work/found.jsonl"
    measure 'One clean article from a cold process' -- "$one_first" "$wirelint check $one"
    measure 'Repairing' --prepare "rm -rf $work/copy && cp -r $work/mixed $work/copy" -- "cp -r mixed again; rm -rf again" \
        "$wirelint fix -q copy" "$wirelint fix -q --sync none copy"
)

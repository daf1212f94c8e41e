#!/usr/bin/env bash
# Runs wirelint, and those of its peers that are installed, over the same trees in alternation, and prints their times,
# ratios and peak memory as Markdown: `benches/compare.sh [ARTICLES] [ROUNDS]` (50,000 articles of 2.5 KB, 7 rounds).
# Needs hyperfine and Python 3. Each round runs every command once, so that a busy minute hits all of them alike.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
articles=${1:-50000}
rounds=${2:-7}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cargo build --release --locked --quiet
cargo build --release --locked --quiet --example article_tree
PATH=$root/target/release:$PATH
cd "$work"
"$root/target/release/examples/article_tree" clean "$articles" clean
"$root/target/release/examples/article_tree" mixed "$articles"
cp clean/0000/000000.txt one.txt
printf 'Articles: %s, %s bytes. %s, %s cores.\n' "$articles" "$(cat clean/*/* | wc -c)" "$(uname -sr)" "$(nproc)"

# measure NAME PREPARATION COMMAND...: each command once a round; the others are compared with the first.
measure() {
    local name=$1 preparation=$2
    shift 2
    rm -f peaks round.*.json
    for command in "$@"; do # once before, for the page cache and for the peak of memory
        sh -c "$preparation"
        python3 "$root/benches/peak.py" sh -c "exec $command" >>peaks
    done
    for round in $(seq "$rounds"); do
        hyperfine --ignore-failure --runs 1 --style none --prepare "$preparation" \
            --export-json "round.$round.json" "$@" >log 2>&1 || { cat log >&2; exit 1; }
    done
    python3 "$root/benches/ratios.py" "$name" peaks round.*.json
}
has() { command -v "$1" >/dev/null; }

peers=()
! has typos || peers+=('typos --isolated clean')
! has rumdl || peers+=('rumdl check --no-cache --isolated clean')
# Without ripgrep, what reading takes is told by cat.
reading=('cat clean/*/*' 'cat mixed/*/*' 'cat one.txt')
! has rg || reading=('rg -c zzqqxx clean' 'rg -c zzqqxx mixed' 'rg -c zzqqxx one.txt')
measure 'A clean tree' true "${reading[0]}" 'wirelint check clean' 'env RAYON_NUM_THREADS=1 wirelint check clean' \
    ${peers[@]+"${peers[@]}"}
measure 'Three articles in ten with one to four faults, findings as jsonl' true "${reading[1]}" \
    'wirelint check --output-format jsonl mixed'
measure 'One clean article, cold process' true "${reading[2]}" 'wirelint check one.txt'
measure 'Repairing that tree' 'rm -rf copy target && cp -r mixed copy' 'cp -r mixed target' 'wirelint fix -q copy' \
    'wirelint fix -q --sync none copy'

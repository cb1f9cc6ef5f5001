#!/bin/sh
# Find a Python that is new enough and let it set up: tools/setup.sh run | test
set -eu
cd "$(dirname "$0")/.."
for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
    if command -v "$name" >/dev/null 2>&1 &&
        "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        exec "$name" tools/setup.py "$@"
    fi
done
echo "Support Room needs Python 3.11 or newer and found none: on Debian 12, 'apt install python3 python3-venv'." >&2
exit 1

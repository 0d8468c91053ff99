#!/usr/bin/env bash
# $1 polling loops side by side.
for ((loop = 0; loop < $1; loop++)); do bash "${BASH_SOURCE[0]%/*}/loop.sh" & done
wait

#!/usr/bin/env bash
# The loop of curl and jq that the action replaces: up to $POLLS polls, every $INTERVAL seconds.
for ((poll = 1; ; poll++)); do
  state=$(curl -fsS -H "Authorization: Bearer $INPUT_TOKEN" "$SCANS_URL" |
    jq -r '.scans[0].latestScanState.type')
  if [[ $state == completed ]]; then exit 0; fi
  if ((poll >= POLLS)); then exit 1; fi
  sleep "$INTERVAL"
done

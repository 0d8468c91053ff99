#!/usr/bin/env bash
# The polling loop of curl and jq that the action replaces. $SCANS_URL, $INPUT_TOKEN, $INTERVAL (seconds), $POLLS (at most).
for ((poll = 1; ; poll++)); do
  state=$(curl -fsS -H "Authorization: Bearer $INPUT_TOKEN" "$SCANS_URL" | jq -r '.scans[0].latestScanState.type')
  [[ $state == completed ]] && exit 0
  ((poll >= POLLS)) && exit 1
  sleep "$INTERVAL"
done

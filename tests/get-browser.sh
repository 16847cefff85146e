#!/bin/sh
# A Chromium for the browser tests, where one can be had: one that is there, else Debian's package.
# Without one the browser tests say that they were skipped, unless VISAVIS_BROWSER=required.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if command -v apt-get >/dev/null 2>&1; then
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then as_root="sudo -n"; fi
    export DEBIAN_FRONTEND=noninteractive
    for attempt in 1 2 3; do
        if $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends chromium >/dev/null; then
            exit 0
        fi
        echo "Chromium could not be installed (attempt $attempt)" >&2
    done
fi
echo "There is no Chromium here; browser tests will be skipped" >&2

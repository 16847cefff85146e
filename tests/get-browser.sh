#!/bin/sh
# The browsers of the browser tests, where they can be had: those that are there, else Debian's packages. They are a
# Chromium, WebKit, Safari's engine, with a screen in memory, since it has no mode without one, and Firefox.
# Without one of them its tests say that they were skipped, unless VISAVIS_BROWSER=required.
# `get-browser.sh office` gets LibreOffice too, and fonts of Arial's widths, for decks (VISAVIS_OFFICE=required).
set -eu

has() { command -v "$1" >/dev/null 2>&1; }

# So many attempts at packages; each on its own: a system without the package of one may well have the other's.
try() {
    attempts=$1
    shift
    if has apt-get; then
        as_root=""
        if [ "$(id -u)" -ne 0 ]; then as_root="sudo -n"; fi
        export DEBIAN_FRONTEND=noninteractive
        for attempt in $(seq "$attempts"); do
            if $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null; then
                return
            fi
            echo "Not installed: $* (attempt $attempt)" >&2
        done
    fi
    return 1
}

get() { try 3 "$@" || echo "Not here: $*; the tests that need it will be skipped" >&2; }

if ! has chromium && ! has chromium-browser && ! has google-chrome; then get chromium; fi
# The same without a window, which shows pages in two thirds of the time; not every system has it, and none needs it.
if ! has chromium-headless-shell && has apt-cache && apt-cache show chromium-headless-shell >/dev/null 2>&1; then
    try 1 chromium-headless-shell || true
fi
if ! has WebKitWebDriver || ! has Xvfb; then get webkit2gtk-driver xvfb; fi
if ! has firefox-esr && ! has firefox; then get firefox-esr; fi

if [ "${1:-}" = office ]; then
    if ! has soffice; then get libreoffice-impress; fi
    if ! has fc-match || ! fc-match Arimo | grep -q Arimo; then get fontconfig fonts-croscore; fi
fi

"""How Chromium is started, whoever starts it."""

from __future__ import annotations

# Chromium looks up hosts of its maker at every start; nothing here needs the network.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

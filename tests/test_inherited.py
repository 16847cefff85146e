"""Whatever a test run inherits, its tests and the programs that they start find the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent
SAY = "import inherited, json, os, signal; print(json.dumps([*os.environ])); signal.raise_signal(signal.SIGINT)"
ODD = {
    "MPLBACKEND": "module://nowhere",
    "SOURCE_DATE_EPOCH": "1",
    "LC_ALL": "tr_TR.UTF-8",
    "TZ": "Asia/Tokyo",
    "NO_COLOR": "1",
    "COLUMNS": "20",
    "GIT_DIR": "elsewhere",
    "GITHUB_STEP_SUMMARY": "summary.md",
    "PYTHONWARNINGS": "error",
    "VISAVIS_NAV": "nav.yml",
}


def test_settings_of_other_programs_and_an_ignored_interrupt_end_here() -> None:
    ignoring = ["sh", "-c", "trap '' INT; exec \"$@\"", "sh", sys.executable, "-c", SAY]
    kept = {"PATH": os.environ["PATH"], "PYTHONPATH": str(TESTS), "VISAVIS_BROWSER": "required"}
    done = subprocess.run(ignoring, env=kept | ODD, capture_output=True, text=True, check=False)
    assert "KeyboardInterrupt" in done.stderr
    found = set(json.loads(done.stdout))
    assert found & set(ODD) == set()
    assert found >= set(kept)

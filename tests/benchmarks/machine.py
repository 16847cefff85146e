"""On what the figures were measured."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
from pathlib import Path


def machine() -> dict[str, str | int | None]:
    """Cores that may be used, the processor's name, versions of Python and Node."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return {"cores": cores, "kind": _processor(), "python": platform.python_version(), "node": _node()}


def _processor() -> str | None:
    file = Path("/proc/cpuinfo")
    found = re.search(r"^model name\s*:\s*(.+)$", file.read_text(), re.MULTILINE) if file.is_file() else None
    return found[1].strip() if found else platform.processor() or None


def _node() -> str | None:
    if shutil.which("node") is None:
        return None
    result = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False)
    return result.stdout.strip().removeprefix("v") or None

"""What is locked, as a CycloneDX 1.6 list of components (an SBOM), for those who take the program into their own.

In: a file of requirements with hashes. Out: JSON on standard output, the same for the same file.

    python .ci/sbom.py requirements/site.txt
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
import uuid
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[1]
_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)(?: *; *(?P<marker>[^\\]+?))? *\\?$")
_HASH = re.compile(r"^ +--hash=sha256:([0-9a-f]{64})")


def components(lock: str) -> list[dict[str, Any]]:
    """One for each pin, with the hashes of the files that may be installed. ValueError: a line is neither."""
    found: list[dict[str, Any]] = []
    for line in lock.splitlines():
        if pin := _PIN.match(line):
            address = f"pkg:pypi/{pin['name'].lower()}@{pin['version']}"
            found.append({"type": "library", "bom-ref": address, "name": pin["name"], "version": pin["version"]})
            found[-1] |= {"purl": address, "hashes": []}
            if pin["marker"]:
                found[-1]["properties"] = [{"name": "python:marker", "value": pin["marker"]}]
        elif hashed := _HASH.match(line):
            found[-1]["hashes"].append({"alg": "SHA-256", "content": hashed[1]})
        elif line.strip() and not line.startswith("#"):
            raise ValueError(f"neither a pin nor a hash: {line}")
    return found


def document(lock: str) -> dict[str, Any]:
    """The whole list; its serial number says which lock it is of."""
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    own = f"pkg:pypi/{project['name']}@{project['version']}"
    parts = components(lock)
    number = uuid.UUID(bytes=hashlib.sha256(lock.encode()).digest()[:16], version=4)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": project["name"],
                "version": project["version"],
                "purl": own,
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": parts,
        "dependencies": [{"ref": own, "dependsOn": [part["bom-ref"] for part in parts]}],
    }


if __name__ == "__main__":
    try:
        print(json.dumps(document(Path(sys.argv[1]).read_text(encoding="utf-8")), indent=1))
    except (IndexError, OSError, ValueError) as error:
        sys.exit(str(error))

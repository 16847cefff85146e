"""The properties of a file, title and author among them, found by one relationship of the right kind.

In: a presentation as another program has saved it. Out: the same, as validators want it and python-pptx knows it.
"""

from __future__ import annotations

from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE

_RIGHT = RELATIONSHIP_TYPE.CORE_PROPERTIES
# "Impress Office Open XML" of LibreOffice writes .../officedocument/2006/relationships/metadata/core-properties.
_ALIKE = "/metadata/core-properties"


def mend(file: Any) -> None:
    """Leaves one relationship to the properties. Where python-pptx does not know the one there is, it adds another."""
    package = file.part.package
    found = [one for one in package._rels.values() if one.reltype.endswith(_ALIKE)]
    if [one.reltype for one in found] in ([], [_RIGHT]):
        return
    inside = sorted((one for one in found if not one.is_external), key=lambda one: one.reltype != _RIGHT)
    for one in found:
        package._rels.pop(one.rId)
    for one in inside[:1]:
        package.relate_to(one.target_part, _RIGHT)

"""The words of the schema: ids, kinds of text and number, and the base of every type.

In: plain values as read from YAML, every scalar still text. Out: types for fields, each with its rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WrapValidator
from pydantic_core import PydanticCustomError

from generator.model.ids import DEVICES, ID_PATTERN, MAX_ID
from generator.model.text import NOWHERE, Placed, Prose, Text, keep_place, place_of
from generator.problems import Place
from generator.surroundings import docstring


def _holdable(value: str) -> str:
    """Ids are names of files and folders, which every system must hold."""
    if re.fullmatch(DEVICES, value):
        raise PydanticCustomError("device_name", "the name of a device")
    return value


Id = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=MAX_ID),
    AfterValidator(_holdable),
    WrapValidator(keep_place),
    Field(json_schema_extra={"not": {"pattern": DEVICES}}),
]


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a field whose value must be the id of something else."""

    what: Literal[
        "skill", "metric", "partner", "account", "family", "hue", "role", "comparison", "source", "icon", "kind", "set"
    ]


SkillId = Annotated[Id, Names("skill")]
MetricId = Annotated[Id, Names("metric")]
PartnerId = Annotated[Id, Names("partner")]
AccountId = Annotated[Id, Names("account")]
HueId = Annotated[Id, Names("hue")]
RoleId = Annotated[Id, Names("role")]
ComparisonId = Annotated[Id, Names("comparison")]
SourceId = Annotated[Id, Names("source")]
KindId = Annotated[Id, Names("kind")]
PictureSetId = Annotated[Id, Names("set")]
FamilyId = Annotated[Id, Names("family")]
IconName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(/[a-z0-9][a-z0-9-]*)+$"),
    Names("icon"),
    Field(description="An icon of Material for MkDocs.", examples=["material/handshake"]),
]
OwnId = Annotated[
    Id,
    Field(description="A short name that never changes; it is part of addresses.", examples=["key-figures"]),
]
Formerly = Annotated[
    tuple[Id, ...],
    Field(description="Ids that it had before; their addresses lead here.", examples=[["ward-nurse"]]),
]
Letter = Annotated[str, StringConstraints(pattern=r"^[a-z]$"), WrapValidator(keep_place)]
MapRow = Annotated[str, StringConstraints(pattern=r"^[a-z.]{1,30}$"), WrapValidator(keep_place)]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$"), WrapValidator(keep_place)]
PngName = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.png$", max_length=100), WrapValidator(keep_place)
]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+/?\S*$"), WrapValidator(keep_place)]

# Addresses of pages are made of it by adding to its end.
SiteAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/?#]+(/[^\s?#]*)?$"), WrapValidator(keep_place)]


def _day(value: object) -> object:
    """Pydantic also takes seconds since 1970 for a day."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise PydanticCustomError("date", "not a day")
    return value


Day = Annotated[date, BeforeValidator(_day)]


def _folded(value: object) -> object:
    """As texts are read, so that it is found among them."""
    return Placed(Text.fold(value), place_of(value)) if isinstance(value, str) else value


# Says which step is meant, and is no text of its own to shorten or to find in two places.
StepTitle = Annotated[str, StringConstraints(min_length=1), WrapValidator(keep_place), BeforeValidator(_folded)]
Level = Literal["working", "strong", "expert"]
LEVELS: tuple[Level, ...] = ("working", "strong", "expert")
# A draft is read and checked, and shown in the preview; it is not published.
Status = Annotated[
    Literal["published", "draft"],
    Field(description="A draft is checked and shown in the preview, but not published."),
]
Marker = Literal["solid", "dotted", "dashed", "double"]
SizeName = Literal["page", "phone", "slide", "classic", "square", "portrait", "social", "poster"]
ThemeName = Literal["light", "dark"]


class Part(BaseModel):
    """Base of every type: frozen, and a field that is not declared is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        cls.__doc__ = docstring(cls)  # the description in JSON Schemas and in files to begin with

    @property
    def place(self) -> Place:
        """Where the first text of the part stands."""
        for _, value in self:
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Text | Part):
                    return item.place
        return NOWHERE


Checked = Annotated[
    tuple[SourceId, ...],
    Field(description="Entries of sources.yml that bear it out, beside what the comparison rests on."),
]


class Point(Part):
    """One fact: a short form that a picture shows, and what it means in practice."""

    title: Text = Field(description="The fact in a few words; pictures show it.")
    text: Prose | None = Field(None, description="What it means in practice, one to three sentences.")
    icon: IconName | None = Field(None, description="An icon of Material for MkDocs.", examples=["material/handshake"])
    sources: Checked = ()

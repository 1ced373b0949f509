"""What `CreatePet200Response` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from .._support.decoders import map_of, value
from .._support.models import Model, model
from .._support.readers import text
from .._support.unreadable import as_record
from ..models.create_pet_response_link import read_create_pet_response_link

if TYPE_CHECKING:
    from ..models.create_pet_response_link import CreatePetResponseLink

__all__ = ["CreatePet200Response", "read_create_pet200_response"]


@model
class CreatePet200Response(Model):
    """CreatePet200Response."""

    id: str | None = None

    links: dict[str, CreatePetResponseLink] | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_create_pet200_response(data: dict[str, Any]) -> CreatePet200Response:
    """The `CreatePet200Response` that the JSON object `data` is; it is used up."""
    return CreatePet200Response(
        id=text(data, "id"),
        links=value(data, "links", map_of(as_record(read_create_pet_response_link))),
        extra=data,
    )

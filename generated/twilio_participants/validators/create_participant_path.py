"""The rules of createParticipant path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.encoding import is_segment
from .._support.formats import matches
from .._support.violations import Found

__all__ = ["check_create_participant_path"]


def check_create_participant_path(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the path of createParticipant `fields` breaks."""
    words = "The SID of the Account that the resource belongs to"
    if (name := "AccountSid") not in fields:
        found.refuse(
            name,
            "required",
            "to the client or to the call",
            None,
            words,
            "spec/common.yaml#/components/parameters/AccountSid",
        )
    else:
        value = fields[name]
        schema = "spec/common.yaml#/components/schemas/AccountSid"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words, schema)
        else:
            if len(value) < 34:
                found.refuse(name, "minLength", 34, value, words, schema)
            if len(value) > 34:
                found.refuse(name, "maxLength", 34, value, words, schema)
            if matches[r"^AC[0-9a-fA-F]{32}\Z"](value) is None:
                found.refuse(
                    name, "pattern", "^AC[0-9a-fA-F]{32}$", value, words, schema
                )

        if not is_segment(value):
            found.refuse(
                name,
                "segment",
                None,
                value,
                words,
                "spec/common.yaml#/components/parameters/AccountSid",
            )

    words = "The SID of the conference that the participant is to join"
    if (name := "ConferenceSid") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            words,
            "spec/participants.yaml#/components/pathItems/Participants/parameters/1",
        )
    else:
        value = fields[name]
        schema = "spec/participants.yaml#/components/pathItems/Participants/parameters/1/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words, schema)
        if not is_segment(value):
            found.refuse(
                name,
                "segment",
                None,
                value,
                words,
                "spec/participants.yaml#/components/pathItems/Participants/parameters/1",
            )

"""What `Participant` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Any, ClassVar, Literal

from .._support.mail_dates import rfc_2822, rfc_2822_text
from .._support.models import Model, Texts, model
from .._support.readers import boolean, text

__all__ = ["Participant", "read_participant"]


@model
class Participant(Model):
    """Participant."""

    _texts: ClassVar[Mapping[str, Texts]] = {
        "date_created": ((datetime, rfc_2822_text),),
        "date_updated": ((datetime, rfc_2822_text),),
    }

    account_sid: str | None = None
    """The SID of the Account that created the resource"""

    call_sid: str | None = None
    """The SID of the Call the resource is associated with"""

    call_sid_to_coach: str | None = None
    """The SID of the participant who is being coached"""

    coaching: bool | None = None
    """Indicates if the participant changed to coach"""

    conference_sid: str | None = None
    """The SID of the conference the participant is in"""

    date_created: datetime | None = None
    """The RFC 2822 date and time in GMT that the resource was created"""

    date_updated: datetime | None = None
    """The RFC 2822 date and time in GMT that the resource was last updated"""

    end_conference_on_exit: bool | None = None
    """Whether the conference ends when the participant leaves"""

    hold: bool | None = None
    """Whether the participant is on hold"""

    label: str | None = None
    """The label of this participant"""

    muted: bool | None = None
    """Whether the participant is muted"""

    start_conference_on_enter: bool | None = None
    """Whether the conference starts when the participant joins the conference"""

    status: (
        Literal["queued", "connecting", "ringing", "connected", "complete", "failed"]
        | str
        | None
    ) = None
    """The status of the participant's call in a session"""

    uri: str | None = None
    """The URI of the resource, relative to https://api.twilio.com"""

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_participant(data: dict[str, Any]) -> Participant:
    """The `Participant` that the JSON object `data` is; it is used up."""
    return Participant(
        account_sid=text(data, "account_sid"),
        call_sid=text(data, "call_sid"),
        call_sid_to_coach=text(data, "call_sid_to_coach"),
        coaching=boolean(data, "coaching"),
        conference_sid=text(data, "conference_sid"),
        date_created=rfc_2822(data, "date_created"),
        date_updated=rfc_2822(data, "date_updated"),
        end_conference_on_exit=boolean(data, "end_conference_on_exit"),
        hold=boolean(data, "hold"),
        label=text(data, "label"),
        muted=boolean(data, "muted"),
        start_conference_on_enter=boolean(data, "start_conference_on_enter"),
        status=text(data, "status"),
        uri=text(data, "uri"),
        extra=data,
    )

"""The rules of Twilio's "Create participant", checked as one would write it by hand.

Only for comparison: what straight-line code costs that looks at each parameter once,
and collects what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["check"]

BYOC = re.compile(r"BY[0-9a-fA-F]{32}\Z").match
CALL = re.compile(r"CA[0-9a-fA-F]{32}\Z").match
NUMBER = re.compile(r"\+[1-9][0-9]{1,14}\Z").match
URL = re.compile(
    r"[A-Za-z][A-Za-z0-9+.\-]*:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+\Z"
).match


def check(
    fields: Mapping[str, Any],
) -> list[tuple[str, str]]:
    """What is wrong, by parameter."""
    wrong: list[tuple[str, str]] = []
    if "Beep" in fields:
        value = fields["Beep"]
        if value not in ("true", "false", "onEnter", "onExit", True, False):
            wrong.append(("Beep", "must be one that is listed"))
    if "Byoc" in fields:
        value = fields["Byoc"]
        if not isinstance(value, str) or not BYOC(value):
            wrong.append(("Byoc", "must be a SID"))
    if "CallReason" in fields:
        value = fields["CallReason"]
        if not isinstance(value, str):
            wrong.append(("CallReason", "must be text"))
    if "CallSidToCoach" in fields:
        value = fields["CallSidToCoach"]
        if not isinstance(value, str) or not CALL(value):
            wrong.append(("CallSidToCoach", "must be a SID"))
    if "CallerId" in fields:
        value = fields["CallerId"]
        if not isinstance(value, str):
            wrong.append(("CallerId", "must be text"))
    if "Coaching" in fields:
        value = fields["Coaching"]
        if not isinstance(value, bool):
            wrong.append(("Coaching", "must be true or false"))
    if "ConferenceRecord" in fields:
        value = fields["ConferenceRecord"]
        if value not in (
            "true",
            "false",
            "record-from-start",
            "do-not-record",
            True,
            False,
        ):
            wrong.append(("ConferenceRecord", "must be one that is listed"))
    if "ConferenceRecordingStatusCallback" in fields:
        value = fields["ConferenceRecordingStatusCallback"]
        if not isinstance(value, str) or not URL(value):
            wrong.append(("ConferenceRecordingStatusCallback", "must be a URL"))
    if "ConferenceRecordingStatusCallbackEvent" in fields:
        value = fields["ConferenceRecordingStatusCallbackEvent"]
        if not isinstance(value, (list, tuple)):
            wrong.append(("ConferenceRecordingStatusCallbackEvent", "must be a list"))
        else:
            wrong += [
                (
                    "ConferenceRecordingStatusCallbackEvent",
                    "must be events that are listed",
                )
                for item in value
                if item not in ("in-progress", "completed", "failed", "absent")
            ]
    if "ConferenceRecordingStatusCallbackMethod" in fields:
        value = fields["ConferenceRecordingStatusCallbackMethod"]
        if value not in ("GET", "POST"):
            wrong.append(
                ("ConferenceRecordingStatusCallbackMethod", "must be GET or POST")
            )
    if "ConferenceStatusCallback" in fields:
        value = fields["ConferenceStatusCallback"]
        if not isinstance(value, str) or not URL(value):
            wrong.append(("ConferenceStatusCallback", "must be a URL"))
    if "ConferenceStatusCallbackEvent" in fields:
        value = fields["ConferenceStatusCallbackEvent"]
        if not isinstance(value, (list, tuple)):
            wrong.append(("ConferenceStatusCallbackEvent", "must be a list"))
        else:
            wrong += [
                (
                    "ConferenceStatusCallbackEvent",
                    "must be events that are listed",
                )
                for item in value
                if item
                not in (
                    "start",
                    "end",
                    "join",
                    "leave",
                    "mute",
                    "hold",
                    "modify",
                    "speaker",
                    "announcement",
                )
            ]
    if "ConferenceStatusCallbackMethod" in fields:
        value = fields["ConferenceStatusCallbackMethod"]
        if value not in ("GET", "POST"):
            wrong.append(("ConferenceStatusCallbackMethod", "must be GET or POST"))
    if "ConferenceTrim" in fields:
        value = fields["ConferenceTrim"]
        if value not in ("trim-silence", "do-not-trim"):
            wrong.append(("ConferenceTrim", "must be one that is listed"))
    if "EarlyMedia" in fields:
        value = fields["EarlyMedia"]
        if not isinstance(value, bool):
            wrong.append(("EarlyMedia", "must be true or false"))
    if "EndConferenceOnExit" in fields:
        value = fields["EndConferenceOnExit"]
        if not isinstance(value, bool):
            wrong.append(("EndConferenceOnExit", "must be true or false"))
    if "From" not in fields:
        wrong.append(("From", "must be given"))
    else:
        value = fields["From"]
        if not isinstance(value, str):
            wrong.append(("From", "must be text"))
    if "JitterBufferSize" in fields:
        value = fields["JitterBufferSize"]
        if value not in ("off", "small", "medium", "large"):
            wrong.append(("JitterBufferSize", "must be one that is listed"))
    if "Label" in fields:
        value = fields["Label"]
        if not isinstance(value, str):
            wrong.append(("Label", "must be text"))
    if "MaxParticipants" in fields:
        value = fields["MaxParticipants"]
        if not isinstance(value, int) or isinstance(value, bool):
            wrong.append(("MaxParticipants", "must be an integer"))
        elif not 2 <= value <= 250:
            wrong.append(("MaxParticipants", "must be from 2 to 250"))
    if "Muted" in fields:
        value = fields["Muted"]
        if not isinstance(value, bool):
            wrong.append(("Muted", "must be true or false"))
    if "Record" in fields:
        value = fields["Record"]
        if not isinstance(value, bool):
            wrong.append(("Record", "must be true or false"))
    if "RecordingChannels" in fields:
        value = fields["RecordingChannels"]
        if value not in ("mono", "dual"):
            wrong.append(("RecordingChannels", "must be one that is listed"))
    if "RecordingStatusCallback" in fields:
        value = fields["RecordingStatusCallback"]
        if not isinstance(value, str) or not URL(value):
            wrong.append(("RecordingStatusCallback", "must be a URL"))
    if "RecordingStatusCallbackEvent" in fields:
        value = fields["RecordingStatusCallbackEvent"]
        if not isinstance(value, (list, tuple)):
            wrong.append(("RecordingStatusCallbackEvent", "must be a list"))
        else:
            wrong += [
                (
                    "RecordingStatusCallbackEvent",
                    "must be events that are listed",
                )
                for item in value
                if item
                not in (
                    "started",
                    "in-progress",
                    "paused",
                    "resumed",
                    "stopped",
                    "completed",
                    "failed",
                    "absent",
                )
            ]
    if "RecordingStatusCallbackMethod" in fields:
        value = fields["RecordingStatusCallbackMethod"]
        if value not in ("GET", "POST"):
            wrong.append(("RecordingStatusCallbackMethod", "must be GET or POST"))
    if "RecordingTrack" in fields:
        value = fields["RecordingTrack"]
        if value not in ("inbound", "outbound", "both"):
            wrong.append(("RecordingTrack", "must be one that is listed"))
    if "Region" in fields:
        value = fields["Region"]
        if not isinstance(value, str):
            wrong.append(("Region", "must be text"))
    if "SipAuthPassword" in fields:
        value = fields["SipAuthPassword"]
        if not isinstance(value, str):
            wrong.append(("SipAuthPassword", "must be text"))
    if "SipAuthUsername" in fields:
        value = fields["SipAuthUsername"]
        if not isinstance(value, str):
            wrong.append(("SipAuthUsername", "must be text"))
    if "StartConferenceOnEnter" in fields:
        value = fields["StartConferenceOnEnter"]
        if not isinstance(value, bool):
            wrong.append(("StartConferenceOnEnter", "must be true or false"))
    if "StatusCallback" in fields:
        value = fields["StatusCallback"]
        if not isinstance(value, str) or not URL(value):
            wrong.append(("StatusCallback", "must be a URL"))
    if "StatusCallbackEvent" in fields:
        value = fields["StatusCallbackEvent"]
        if not isinstance(value, (list, tuple)):
            wrong.append(("StatusCallbackEvent", "must be a list"))
        else:
            wrong += [
                ("StatusCallbackEvent", "must be events that are listed")
                for item in value
                if item not in ("initiated", "ringing", "answered", "completed")
            ]
    if "StatusCallbackMethod" in fields:
        value = fields["StatusCallbackMethod"]
        if value not in ("GET", "POST"):
            wrong.append(("StatusCallbackMethod", "must be GET or POST"))
    if "TimeLimit" in fields:
        value = fields["TimeLimit"]
        if not isinstance(value, int) or isinstance(value, bool):
            wrong.append(("TimeLimit", "must be an integer"))
    if "Timeout" in fields:
        value = fields["Timeout"]
        if not isinstance(value, int) or isinstance(value, bool):
            wrong.append(("Timeout", "must be an integer"))
        elif not 5 <= value <= 600:
            wrong.append(("Timeout", "must be from 5 to 600"))
    if "To" not in fields:
        wrong.append(("To", "must be given"))
    else:
        value = fields["To"]
        if not isinstance(value, str):
            wrong.append(("To", "must be text"))
    if "WaitMethod" in fields:
        value = fields["WaitMethod"]
        if value not in ("GET", "POST"):
            wrong.append(("WaitMethod", "must be GET or POST"))
    if "WaitUrl" in fields:
        value = fields["WaitUrl"]
        if not isinstance(value, str) or not URL(value):
            wrong.append(("WaitUrl", "must be a URL"))
    if fields.get("Coaching") is True and "CallSidToCoach" not in fields:
        wrong.append(("CallSidToCoach", "must be given if Coaching is true"))
    to = fields.get("To")
    if isinstance(to, str) and NUMBER(to):
        if "From" in fields:
            value = fields["From"]
            if not isinstance(value, str) or not NUMBER(value):
                wrong.append(("From", "must be a number, as To is"))
        if "CallerId" in fields:
            value = fields["CallerId"]
            if not isinstance(value, str) or not NUMBER(value):
                wrong.append(("CallerId", "must be a number, as To is"))
    return wrong

"""Values that the tests share."""

from __future__ import annotations

from typing import Any

from twilio_participants import BasicAuth

ACCOUNT = "AC" + "0123456789abcdefABCDEF0123456789"
OTHER_ACCOUNT = "AC" + "f" * 32
CONFERENCE = "CF" + "1" * 32
CALL = "CA" + "2" * 32
TRUNK = "BY" + "3" * 32
NUMBER = "+15558675310"
CALLER = "+15017122661"
SIP = "sip:name@company.com"

# No text that could stand in a message for another reason.
TOKEN = "tOkEn-8f14e45fceea167a"
SIP_PASSWORD = "sIp&pAsS wOrD=c9f0f895"
AUTH = BasicAuth(ACCOUNT, TOKEN)

LEAST: dict[str, Any] = {"conference_sid": CONFERENCE, "from_": CALLER, "to": NUMBER}

PATH = f"/2010-04-01/Accounts/{ACCOUNT}/Conferences/{CONFERENCE}/Participants.json"

# All 39, each with what it says on the wire, written by hand.
ALL: dict[str, tuple[Any, str]] = {
    "beep": ("onEnter", "Beep=onEnter"),
    "byoc": (TRUNK, f"Byoc={TRUNK}"),
    "call_reason": ("order #7 & more", "CallReason=order+%237+%26+more"),
    "call_sid_to_coach": (CALL, f"CallSidToCoach={CALL}"),
    "caller_id": ("+15017122662", "CallerId=%2B15017122662"),
    "coaching": (True, "Coaching=true"),
    "conference_record": ("record-from-start", "ConferenceRecord=record-from-start"),
    "conference_recording_status_callback": (
        "https://example.com/a?b=c&d=%20",
        "ConferenceRecordingStatusCallback=https%3A%2F%2Fexample.com%2Fa%3Fb%3Dc%26d%3D%2520",
    ),
    "conference_recording_status_callback_event": (
        ["in-progress", "completed", "failed", "absent"],
        "ConferenceRecordingStatusCallbackEvent=in-progress"
        "&ConferenceRecordingStatusCallbackEvent=completed"
        "&ConferenceRecordingStatusCallbackEvent=failed"
        "&ConferenceRecordingStatusCallbackEvent=absent",
    ),
    "conference_recording_status_callback_method": (
        "GET",
        "ConferenceRecordingStatusCallbackMethod=GET",
    ),
    "conference_status_callback": (
        "https://user@example.com:8443/p/~x",
        "ConferenceStatusCallback=https%3A%2F%2Fuser%40example.com%3A8443%2Fp%2F~x",
    ),
    "conference_status_callback_event": (
        ("join", "leave"),
        "ConferenceStatusCallbackEvent=join&ConferenceStatusCallbackEvent=leave",
    ),
    "conference_status_callback_method": (
        "POST",
        "ConferenceStatusCallbackMethod=POST",
    ),
    "conference_trim": ("do-not-trim", "ConferenceTrim=do-not-trim"),
    "early_media": (False, "EarlyMedia=false"),
    "end_conference_on_exit": (True, "EndConferenceOnExit=true"),
    "from_": (CALLER, "From=%2B15017122661"),
    "jitter_buffer_size": ("off", "JitterBufferSize=off"),
    "label": ("Ünïcode ☎ 100%", "Label=%C3%9Cn%C3%AFcode+%E2%98%8E+100%25"),
    "max_participants": (250, "MaxParticipants=250"),
    "muted": (False, "Muted=false"),
    "record": (True, "Record=true"),
    "recording_channels": ("dual", "RecordingChannels=dual"),
    "recording_status_callback": (
        "/relative/path#end",
        "RecordingStatusCallback=%2Frelative%2Fpath%23end",
    ),
    "recording_status_callback_event": (
        ["started"],
        "RecordingStatusCallbackEvent=started",
    ),
    "recording_status_callback_method": ("GET", "RecordingStatusCallbackMethod=GET"),
    "recording_track": ("inbound", "RecordingTrack=inbound"),
    "region": ("ie1", "Region=ie1"),
    "sip_auth_password": (
        SIP_PASSWORD,
        "SipAuthPassword=sIp%26pAsS+wOrD%3Dc9f0f895",
    ),
    "sip_auth_username": ("bob", "SipAuthUsername=bob"),
    "start_conference_on_enter": (True, "StartConferenceOnEnter=true"),
    "status_callback": (
        "http://example.com",
        "StatusCallback=http%3A%2F%2Fexample.com",
    ),
    "status_callback_event": (
        ["initiated", "ringing"],
        "StatusCallbackEvent=initiated&StatusCallbackEvent=ringing",
    ),
    "status_callback_method": ("POST", "StatusCallbackMethod=POST"),
    "time_limit": (3600, "TimeLimit=3600"),
    "timeout": (5, "Timeout=5"),
    "to": (NUMBER, "To=%2B15558675310"),
    "wait_method": ("GET", "WaitMethod=GET"),
    "wait_url": ("urn:music:hold", "WaitUrl=urn%3Amusic%3Ahold"),
}
EVERYTHING: dict[str, Any] = {name: value for name, (value, _) in ALL.items()}

CREATED: dict[str, Any] = {
    "account_sid": ACCOUNT,
    "call_sid": CALL,
    "call_sid_to_coach": None,
    "coaching": False,
    "conference_sid": CONFERENCE,
    "date_created": "Fri, 18 Feb 2011 21:07:19 +0000",
    "date_updated": "Fri, 18 Feb 2011 16:07:20 -0500",
    "end_conference_on_exit": True,
    "hold": False,
    "label": "customer",
    "muted": True,
    "start_conference_on_enter": True,
    "status": "queued",
    "uri": PATH.replace(".json", f"/{CALL}.json"),
}
ERROR: dict[str, Any] = {
    "code": 21211,
    "message": "The 'To' number is not a valid phone number.",
    "more_info": "https://www.twilio.com/docs/errors/21211",
    "status": 400,
}

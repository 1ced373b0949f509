"""The rules of CreateParticipantRequest."""

from __future__ import annotations

from typing import Any

from .._support.format_uris import valid_uri_reference
from .._support.formats import among, is_integer, is_list, is_object, matches
from .._support.models import MASKED
from .._support.violations import Found
from .e164_number import is_e164_number
from .sip_address import is_sip_address
from .sip_or_client_address import is_sip_or_client_address

__all__ = ["check_create_participant_request"]


def check_create_participant_request(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreateParticipantRequest
    (spec/participants.yaml#/components/schemas/CreateParticipantRequest) `fields`
    breaks.
    """
    allowed: tuple[object, ...]
    if not is_object(fields):
        found.refuse((), "type", "object", MASKED, None)
        return

    if (name := "Beep") in fields:
        value = fields[name]
        words = (
            "Whether to play a notification beep to the conference when the "
            "participant joins. Can be: true, false, onEnter, or onExit. The default "
            "value is true."
        )
        allowed = ("true", "false", "onEnter", "onExit", True, False)
        if not among(value, allowed):
            found.refuse(name, "enum", allowed, value, words)

    if (name := "Byoc") in fields:
        value = fields[name]
        words = (
            "The SID of a BYOC (Bring Your Own Carrier) trunk to route this call with. "
            "Note that byoc is only meaningful when to is a phone number; it will "
            "otherwise be ignored. (Beta)"
        )
        schema = "spec/common.yaml#/components/schemas/ByocTrunkSid"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words, schema)
        else:
            if len(value) < 34:
                found.refuse(name, "minLength", 34, value, words, schema)
            if len(value) > 34:
                found.refuse(name, "maxLength", 34, value, words, schema)
            if matches[r"^BY[0-9a-fA-F]{32}\Z"](value) is None:
                found.refuse(
                    name, "pattern", "^BY[0-9a-fA-F]{32}$", value, words, schema
                )

    if (name := "CallReason") in fields:
        value = fields[name]
        words = (
            "The Reason for the outgoing call. Use it to specify the purpose of the "
            "call that is presented on the called party's phone. (Branded Calls Beta)"
        )
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)

    if (name := "CallSidToCoach") in fields:
        value = fields[name]
        words = (
            "The SID of the participant who is being coached. The participant being "
            "coached is the only participant who can hear the participant who is "
            "coaching."
        )
        schema = "spec/common.yaml#/components/schemas/CallSid"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words, schema)
        else:
            if len(value) < 34:
                found.refuse(name, "minLength", 34, value, words, schema)
            if len(value) > 34:
                found.refuse(name, "maxLength", 34, value, words, schema)
            if matches[r"^CA[0-9a-fA-F]{32}\Z"](value) is None:
                found.refuse(
                    name, "pattern", "^CA[0-9a-fA-F]{32}$", value, words, schema
                )

    if (name := "CallerId") in fields:
        value = fields[name]
        words = (
            "The phone number, Client identifier, or username portion of SIP address "
            "that made this call. Phone numbers are in E.164 format (e.g., "
            "+16175551212). Client identifiers are formatted client:name. If using a "
            "phone number, it must be a Twilio number or a Verified outgoing caller id "
            "for your account. If the to parameter is a phone number, callerId must "
            "also be a phone number. If to is sip address, this value of callerId "
            "should be a username portion to be used to populate the From header that "
            "is passed to the SIP endpoint."
        )
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)

    if (name := "Coaching") in fields:
        value = fields[name]
        words = (
            "Whether the participant is coaching another call. Can be: true or false. "
            "If not present, defaults to false unless call_sid_to_coach is defined. If "
            "true, call_sid_to_coach must be defined."
        )
        if not isinstance(value, bool):
            found.refuse(name, "type", "boolean", value, words)

    if (name := "ConferenceRecord") in fields:
        value = fields[name]
        words = (
            "Whether to record the conference the participant is joining. Can be: "
            "true, false, record-from-start, and do-not-record. The default value is "
            "false."
        )
        allowed = ("true", "false", "record-from-start", "do-not-record", True, False)
        if not among(value, allowed):
            found.refuse(name, "enum", allowed, value, words)

    if (name := "ConferenceRecordingStatusCallback") in fields:
        value = fields[name]
        words = (
            "The URL we should call using the "
            "conference_recording_status_callback_method when the conference recording "
            "is available."
        )
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)
        elif not valid_uri_reference(value):
            found.refuse(name, "format", "uri", value, words)

    if (name := "ConferenceRecordingStatusCallbackEvent") in fields:
        value = fields[name]
        words = (
            "The conference recording state changes that generate a call to "
            "conference_recording_status_callback. Can be: in-progress, completed, "
            "failed, and absent. Separate multiple values with a space, ex: "
            "'in-progress completed failed'"
        )
        if not is_list(value):
            found.refuse(name, "type", "array", value, words)
        else:
            allowed = ("in-progress", "completed", "failed", "absent")
            for index, item in enumerate(value):
                if item not in allowed:
                    if isinstance(item, str):
                        found.refuse((name, index), "enum", allowed, item, words)
                    else:
                        found.refuse((name, index), "type", "string", item, words)

    if (name := "ConferenceRecordingStatusCallbackMethod") in fields:
        value = fields[name]
        words = (
            "The HTTP method we should use to call "
            "conference_recording_status_callback. Can be: GET or POST and defaults to "
            "POST."
        )
        schema = "spec/common.yaml#/components/schemas/CallbackMethod"
        allowed = ("GET", "POST")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words, schema)
            else:
                found.refuse(name, "type", "string", value, words, schema)

    if (name := "ConferenceStatusCallback") in fields:
        value = fields[name]
        words = (
            "The URL we should call using the conference_status_callback_method when "
            "the conference events in conference_status_callback_event occur. Only the "
            "value set by the first participant to join the conference is used. "
            "Subsequent conference_status_callback values are ignored."
        )
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)
        elif not valid_uri_reference(value):
            found.refuse(name, "format", "uri", value, words)

    if (name := "ConferenceStatusCallbackEvent") in fields:
        value = fields[name]
        words = (
            "The conference state changes that should generate a call to "
            "conference_status_callback. Can be: start, end, join, leave, mute, hold, "
            "modify, speaker, and announcement. Separate multiple values with a space. "
            "Defaults to start end."
        )
        if not is_list(value):
            found.refuse(name, "type", "array", value, words)
        else:
            allowed = (
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
            for index, item in enumerate(value):
                if item not in allowed:
                    if isinstance(item, str):
                        found.refuse((name, index), "enum", allowed, item, words)
                    else:
                        found.refuse((name, index), "type", "string", item, words)

    if (name := "ConferenceStatusCallbackMethod") in fields:
        value = fields[name]
        words = (
            "The HTTP method we should use to call conference_status_callback. Can be: "
            "GET or POST and defaults to POST."
        )
        schema = "spec/common.yaml#/components/schemas/CallbackMethod"
        allowed = ("GET", "POST")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words, schema)
            else:
                found.refuse(name, "type", "string", value, words, schema)

    if (name := "ConferenceTrim") in fields:
        value = fields[name]
        words = (
            "Whether to trim leading and trailing silence from your recorded "
            "conference audio files. Can be: trim-silence or do-not-trim and defaults "
            "to trim-silence."
        )
        allowed = ("trim-silence", "do-not-trim")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words)
            else:
                found.refuse(name, "type", "string", value, words)

    if (name := "EarlyMedia") in fields:
        value = fields[name]
        words = (
            "Whether to allow an agent to hear the state of the outbound call, "
            "including ringing or disconnect messages. Can be: true or false and "
            "defaults to true."
        )
        if not isinstance(value, bool):
            found.refuse(name, "type", "boolean", value, words)

    if (name := "EndConferenceOnExit") in fields:
        value = fields[name]
        words = (
            "Whether to end the conference when the participant leaves. Can be: true "
            "or false and defaults to false."
        )
        if not isinstance(value, bool):
            found.refuse(name, "type", "boolean", value, words)

    words = (
        "The phone number, Client identifier, or username portion of SIP address that "
        "made this call. Phone numbers are in E.164 format (e.g., +16175551212). "
        "Client identifiers are formatted client:name. If using a phone number, it "
        "must be a Twilio number or a Verified outgoing caller id for your account. If "
        "the to parameter is a phone number, from must also be a phone number. If to "
        "is sip address, this value of from should be a username portion to be used to "
        "populate the P-Asserted-Identity header that is passed to the SIP endpoint."
    )
    if (name := "From") not in fields:
        found.refuse(name, "required", None, None, words)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)

    if (name := "JitterBufferSize") in fields:
        value = fields[name]
        words = (
            "Jitter buffer size for the connecting participant. Twilio will use this "
            "setting to apply Jitter Buffer before participant's audio is mixed into "
            "the conference. Can be: off, small, medium, and large. Default to large."
        )
        allowed = ("off", "small", "medium", "large")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words)
            else:
                found.refuse(name, "type", "string", value, words)

    if (name := "Label") in fields:
        value = fields[name]
        words = (
            "A label for this participant. If one is supplied, it may subsequently be "
            "used to fetch, update or delete the participant."
        )
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)

    if (name := "MaxParticipants") in fields:
        value = fields[name]
        words = (
            "The maximum number of participants in the conference. Can be a positive "
            "integer from 2 to 250. The default value is 250."
        )
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, words)
        else:
            if value < 2:
                found.refuse(name, "minimum", 2, value, words)
            if value > 250:
                found.refuse(name, "maximum", 250, value, words)

    if (name := "Muted") in fields:
        value = fields[name]
        words = (
            "Whether the agent is muted in the conference. Can be true or false and "
            "the default is false."
        )
        if not isinstance(value, bool):
            found.refuse(name, "type", "boolean", value, words)

    if (name := "Record") in fields:
        value = fields[name]
        words = (
            "Whether to record the participant and their conferences, including the "
            "time between conferences. Can be true or false and the default is false."
        )
        if not isinstance(value, bool):
            found.refuse(name, "type", "boolean", value, words)

    if (name := "RecordingChannels") in fields:
        value = fields[name]
        words = (
            "The recording channels for the final recording. Can be: mono or dual and "
            "the default is mono."
        )
        allowed = ("mono", "dual")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words)
            else:
                found.refuse(name, "type", "string", value, words)

    if (name := "RecordingStatusCallback") in fields:
        value = fields[name]
        words = (
            "The URL that we should call using the recording_status_callback_method "
            "when the recording status changes."
        )
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)
        elif not valid_uri_reference(value):
            found.refuse(name, "format", "uri", value, words)

    if (name := "RecordingStatusCallbackEvent") in fields:
        value = fields[name]
        words = (
            "The recording state changes that should generate a call to "
            "recording_status_callback. Can be: started, in-progress, paused, resumed, "
            "stopped, completed, failed, and absent. Separate multiple values with a "
            "space, ex: 'in-progress completed failed'."
        )
        if not is_list(value):
            found.refuse(name, "type", "array", value, words)
        else:
            allowed = (
                "started",
                "in-progress",
                "paused",
                "resumed",
                "stopped",
                "completed",
                "failed",
                "absent",
            )
            for index, item in enumerate(value):
                if item not in allowed:
                    if isinstance(item, str):
                        found.refuse((name, index), "enum", allowed, item, words)
                    else:
                        found.refuse((name, index), "type", "string", item, words)

    if (name := "RecordingStatusCallbackMethod") in fields:
        value = fields[name]
        words = (
            "The HTTP method we should use when we call recording_status_callback. Can "
            "be: GET or POST and defaults to POST."
        )
        schema = "spec/common.yaml#/components/schemas/CallbackMethod"
        allowed = ("GET", "POST")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words, schema)
            else:
                found.refuse(name, "type", "string", value, words, schema)

    if (name := "RecordingTrack") in fields:
        value = fields[name]
        words = (
            "The audio track to record for the call. Can be: inbound, outbound or "
            "both. The default is both. inbound records the audio that is received by "
            "Twilio. outbound records the audio that is sent from Twilio. both records "
            "the audio that is received and sent by Twilio."
        )
        allowed = ("inbound", "outbound", "both")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words)
            else:
                found.refuse(name, "type", "string", value, words)

    if (name := "Region") in fields:
        value = fields[name]
        words = (
            "The region where we should mix the recorded audio. Can be:us1, ie1, de1, "
            "sg1, br1, au1, or jp1."
        )
        schema = "spec/participants.yaml#/components/schemas/CreateParticipantRequest/properties/Region/allOf/0"
        allowed = ("us1", "ie1", "de1", "sg1", "br1", "au1", "jp1")
        if value not in allowed:
            if isinstance(value, str):
                found.advise(
                    name,
                    "enum",
                    allowed,
                    value,
                    "Can be:us1, ie1, de1, sg1, br1, au1, or jp1.",
                    schema,
                )
            else:
                found.refuse(name, "type", "string", value, words)

    if (name := "SipAuthPassword") in fields:
        value = fields[name]
        words = "The SIP password for authentication."
        if not isinstance(value, str):
            found.refuse(name, "type", "string", MASKED, words)

    if (name := "SipAuthUsername") in fields:
        value = fields[name]
        words = "The SIP username used for authentication."
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)

    if (name := "StartConferenceOnEnter") in fields:
        value = fields[name]
        words = (
            "Whether to start the conference when the participant joins, if it has not "
            "already started. Can be: true or false and the default is true. If false "
            "and the conference has not started, the participant is muted and hears "
            "background music until another participant starts the conference."
        )
        if not isinstance(value, bool):
            found.refuse(name, "type", "boolean", value, words)

    if (name := "StatusCallback") in fields:
        value = fields[name]
        words = (
            "The URL we should call using the status_callback_method to send status "
            "information to your application."
        )
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)
        elif not valid_uri_reference(value):
            found.refuse(name, "format", "uri", value, words)

    if (name := "StatusCallbackEvent") in fields:
        value = fields[name]
        words = (
            "The conference state changes that should generate a call to "
            "status_callback. Can be: initiated, ringing, answered, and completed. "
            "Separate multiple values with a space. The default value is completed."
        )
        if not is_list(value):
            found.refuse(name, "type", "array", value, words)
        else:
            allowed = ("initiated", "ringing", "answered", "completed")
            for index, item in enumerate(value):
                if item not in allowed:
                    if isinstance(item, str):
                        found.refuse((name, index), "enum", allowed, item, words)
                    else:
                        found.refuse((name, index), "type", "string", item, words)

    if (name := "StatusCallbackMethod") in fields:
        value = fields[name]
        words = (
            "The HTTP method we should use to call status_callback. Can be: GET and "
            "POST and defaults to POST."
        )
        schema = "spec/common.yaml#/components/schemas/CallbackMethod"
        allowed = ("GET", "POST")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words, schema)
            else:
                found.refuse(name, "type", "string", value, words, schema)

    if (name := "TimeLimit") in fields:
        value = fields[name]
        words = (
            "The maximum duration of the call in seconds. Constraints depend on "
            "account and configuration."
        )
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, words)

    if (name := "Timeout") in fields:
        value = fields[name]
        words = (
            "The number of seconds that we should allow the phone to ring before "
            "assuming there is no answer. Can be an integer between 5 and 600, "
            "inclusive. The default value is 60. We always add a 5-second timeout "
            "buffer to outgoing calls, so value of 10 would result in an actual "
            "timeout that was closer to 15 seconds."
        )
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, words)
        else:
            if value < 5:
                found.refuse(name, "minimum", 5, value, words)
            if value > 600:
                found.refuse(name, "maximum", 600, value, words)

    words = (
        "The phone number, SIP address, or Client identifier that received this call. "
        "Phone numbers are in E.164 format (e.g., +16175551212). SIP addresses are "
        "formatted as sip:name@company.com. Client identifiers are formatted "
        "client:name. Custom parameters may also be specified."
    )
    if (name := "To") not in fields:
        found.refuse(name, "required", None, None, words)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)

    if (name := "WaitMethod") in fields:
        value = fields[name]
        words = (
            "The HTTP method we should use to call wait_url. Can be GET or POST and "
            "the default is POST. When using a static audio file, this should be GET "
            "so that we can cache the file."
        )
        schema = "spec/common.yaml#/components/schemas/CallbackMethod"
        allowed = ("GET", "POST")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words, schema)
            else:
                found.refuse(name, "type", "string", value, words, schema)

    if (name := "WaitUrl") in fields:
        value = fields[name]
        words = (
            "The URL we should call using the wait_method for the music to play while "
            "participants are waiting for the conference to start. The default value "
            "is the URL of our standard hold music. Learn more about hold music."
        )
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)
        elif not valid_uri_reference(value):
            found.refuse(name, "format", "uri", value, words)

    if "Coaching" in fields and fields["Coaching"] is True:
        if "CallSidToCoach" not in fields:
            found.refuse(
                "CallSidToCoach",
                "required",
                None,
                None,
                "Coaching: If true, call_sid_to_coach must be defined.",
                "spec/participants.yaml#/components/schemas/CreateParticipantRequest/allOf/0/then",
                because={"Coaching": "is true"},
            )

    if "To" in fields and is_e164_number(fields["To"]):
        if (name := "From") in fields:
            value = fields[name]
            words = (
                "If the to parameter is a phone number, from must also be a phone "
                "number."
            )
            schema = "spec/common.yaml#/components/schemas/E164Number"
            if not isinstance(value, str):
                found.refuse(
                    name,
                    "type",
                    "string",
                    value,
                    words,
                    schema,
                    because={"To": "fits E164Number"},
                )
            elif matches[r"^\+[1-9][0-9]{1,14}\Z"](value) is None:
                found.refuse(
                    name,
                    "pattern",
                    "^\\+[1-9][0-9]{1,14}$",
                    value,
                    words,
                    schema,
                    because={"To": "fits E164Number"},
                )

        if (name := "CallerId") in fields:
            value = fields[name]
            words = (
                "If the to parameter is a phone number, callerId must also be a phone "
                "number."
            )
            schema = "spec/common.yaml#/components/schemas/E164Number"
            if not isinstance(value, str):
                found.refuse(
                    name,
                    "type",
                    "string",
                    value,
                    words,
                    schema,
                    because={"To": "fits E164Number"},
                )
            elif matches[r"^\+[1-9][0-9]{1,14}\Z"](value) is None:
                found.refuse(
                    name,
                    "pattern",
                    "^\\+[1-9][0-9]{1,14}$",
                    value,
                    words,
                    schema,
                    because={"To": "fits E164Number"},
                )
    else:
        if (name := "Byoc") in fields:
            value = fields[name]
            words = (
                "Note that byoc is only meaningful when to is a phone number; it will "
                "otherwise be ignored."
            )
            schema = "spec/participants.yaml#/components/schemas/CreateParticipantRequest/allOf/1/else/properties/Byoc"
            found.advise(
                name,
                "false",
                None,
                value,
                words,
                schema,
                unless={"To": "fits E164Number"},
            )

    if "To" in fields and is_sip_address(fields["To"]):
        if (name := "From") in fields:
            value = fields[name]
            words = (
                "If to is sip address, this value of from should be a username portion "
                "to be used to populate the P-Asserted-Identity header that is passed "
                "to the SIP endpoint."
            )
            schema = "spec/participants.yaml#/components/schemas/CreateParticipantRequest/allOf/2/then/properties/From"
            if is_sip_or_client_address(value):
                found.advise(
                    name,
                    "not",
                    None,
                    value,
                    words,
                    schema,
                    because={"To": "fits SipAddress"},
                )

        if (name := "CallerId") in fields:
            value = fields[name]
            words = (
                "If to is sip address, this value of callerId should be a username "
                "portion to be used to populate the From header that is passed to the "
                "SIP endpoint."
            )
            schema = "spec/participants.yaml#/components/schemas/CreateParticipantRequest/allOf/2/then/properties/CallerId"
            if is_sip_or_client_address(value):
                found.advise(
                    name,
                    "not",
                    None,
                    value,
                    words,
                    schema,
                    because={"To": "fits SipAddress"},
                )

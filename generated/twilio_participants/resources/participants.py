"""Conference participants"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.participant import Participant
    from ..types.callback_method import CallbackMethod

__all__ = ["AsyncParticipants", "Participants"]


class Participants:
    """Conference participants"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        conference_sid: str,
        from_: str,
        to: str,
        beep: Literal["true", "false", "onEnter", "onExit"] | bool | None = None,
        byoc: str | None = None,
        call_reason: str | None = None,
        call_sid_to_coach: str | None = None,
        caller_id: str | None = None,
        coaching: bool | None = None,
        conference_record: (
            Literal["true", "false", "record-from-start", "do-not-record"] | bool | None
        ) = None,
        conference_recording_status_callback: str | None = None,
        conference_recording_status_callback_event: (
            Sequence[Literal["in-progress", "completed", "failed", "absent"]] | None
        ) = None,
        conference_recording_status_callback_method: CallbackMethod | None = None,
        conference_status_callback: str | None = None,
        conference_status_callback_event: (
            Sequence[
                Literal[
                    "start",
                    "end",
                    "join",
                    "leave",
                    "mute",
                    "hold",
                    "modify",
                    "speaker",
                    "announcement",
                ]
            ]
            | None
        ) = None,
        conference_status_callback_method: CallbackMethod | None = None,
        conference_trim: Literal["trim-silence", "do-not-trim"] | None = None,
        early_media: bool | None = None,
        end_conference_on_exit: bool | None = None,
        jitter_buffer_size: Literal["off", "small", "medium", "large"] | None = None,
        label: str | None = None,
        max_participants: int | None = None,
        muted: bool | None = None,
        record: bool | None = None,
        recording_channels: Literal["mono", "dual"] | None = None,
        recording_status_callback: str | None = None,
        recording_status_callback_event: (
            Sequence[
                Literal[
                    "started",
                    "in-progress",
                    "paused",
                    "resumed",
                    "stopped",
                    "completed",
                    "failed",
                    "absent",
                ]
            ]
            | None
        ) = None,
        recording_status_callback_method: CallbackMethod | None = None,
        recording_track: Literal["inbound", "outbound", "both"] | None = None,
        region: (
            Literal["us1", "ie1", "de1", "sg1", "br1", "au1", "jp1"] | str | None
        ) = None,
        sip_auth_password: str | None = None,
        sip_auth_username: str | None = None,
        start_conference_on_enter: bool | None = None,
        status_callback: str | None = None,
        status_callback_event: (
            Sequence[Literal["initiated", "ringing", "answered", "completed"]] | None
        ) = None,
        status_callback_method: CallbackMethod | None = None,
        time_limit: int | None = None,
        timeout: int | None = None,
        wait_method: CallbackMethod | None = None,
        wait_url: str | None = None,
        account_sid: str | None = None,
    ) -> Participant:
        """Create participant

        POST
        /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants.json

        Args:
            conference_sid: The SID of the conference that the participant is to join
            from_: The phone number, Client identifier, or username portion of SIP
                address that made this call. Phone numbers are in E.164 format (e.g.,
                +16175551212). Client identifiers are formatted client:name. If using a
                phone number, it must be a Twilio number or a Verified outgoing caller
                id for your account. If the to parameter is a phone number, from must
                also be a phone number. If to is sip address, this value of from should
                be a username portion to be used to populate the P-Asserted-Identity
                header that is passed to the SIP endpoint.
            to: The phone number, SIP address, or Client identifier that received this
                call. Phone numbers are in E.164 format (e.g., +16175551212). SIP
                addresses are formatted as sip:name@company.com. Client identifiers are
                formatted client:name. Custom parameters may also be specified.
            beep: Whether to play a notification beep to the conference when the
                participant joins. Can be: true, false, onEnter, or onExit. The default
                value is true. Default: "true".
            byoc: The SID of a BYOC (Bring Your Own Carrier) trunk to route this call
                with. Note that byoc is only meaningful when to is a phone number; it
                will otherwise be ignored. (Beta)
            call_reason: The Reason for the outgoing call. Use it to specify the purpose
                of the call that is presented on the called party's phone. (Branded
                Calls Beta)
            call_sid_to_coach: The SID of the participant who is being coached. The
                participant being coached is the only participant who can hear the
                participant who is coaching.
            caller_id: The phone number, Client identifier, or username portion of SIP
                address that made this call. Phone numbers are in E.164 format (e.g.,
                +16175551212). Client identifiers are formatted client:name. If using a
                phone number, it must be a Twilio number or a Verified outgoing caller
                id for your account. If the to parameter is a phone number, callerId
                must also be a phone number. If to is sip address, this value of
                callerId should be a username portion to be used to populate the From
                header that is passed to the SIP endpoint.
            coaching: Whether the participant is coaching another call. Can be: true or
                false. If not present, defaults to false unless call_sid_to_coach is
                defined. If true, call_sid_to_coach must be defined. Default: false.
            conference_record: Whether to record the conference the participant is
                joining. Can be: true, false, record-from-start, and do-not-record. The
                default value is false. Default: "false".
            conference_recording_status_callback: The URL we should call using the
                conference_recording_status_callback_method when the conference
                recording is available.
            conference_recording_status_callback_event: The conference recording state
                changes that generate a call to conference_recording_status_callback.
                Can be: in-progress, completed, failed, and absent. Separate multiple
                values with a space, ex: 'in-progress completed failed'
            conference_recording_status_callback_method: The HTTP method we should use
                to call conference_recording_status_callback. Can be: GET or POST and
                defaults to POST. Default: "POST".
            conference_status_callback: The URL we should call using the
                conference_status_callback_method when the conference events in
                conference_status_callback_event occur. Only the value set by the first
                participant to join the conference is used. Subsequent
                conference_status_callback values are ignored.
            conference_status_callback_event: The conference state changes that should
                generate a call to conference_status_callback. Can be: start, end, join,
                leave, mute, hold, modify, speaker, and announcement. Separate multiple
                values with a space. Defaults to start end. Default: ["start", "end"].
            conference_status_callback_method: The HTTP method we should use to call
                conference_status_callback. Can be: GET or POST and defaults to POST.
                Default: "POST".
            conference_trim: Whether to trim leading and trailing silence from your
                recorded conference audio files. Can be: trim-silence or do-not-trim and
                defaults to trim-silence. Default: "trim-silence".
            early_media: Whether to allow an agent to hear the state of the outbound
                call, including ringing or disconnect messages. Can be: true or false
                and defaults to true. Default: true.
            end_conference_on_exit: Whether to end the conference when the participant
                leaves. Can be: true or false and defaults to false. Default: false.
            jitter_buffer_size: Jitter buffer size for the connecting participant.
                Twilio will use this setting to apply Jitter Buffer before participant's
                audio is mixed into the conference. Can be: off, small, medium, and
                large. Default to large. Default: "large".
            label: A label for this participant. If one is supplied, it may subsequently
                be used to fetch, update or delete the participant.
            max_participants: The maximum number of participants in the conference. Can
                be a positive integer from 2 to 250. The default value is 250. Default:
                250.
            muted: Whether the agent is muted in the conference. Can be true or false
                and the default is false. Default: false.
            record: Whether to record the participant and their conferences, including
                the time between conferences. Can be true or false and the default is
                false. Default: false.
            recording_channels: The recording channels for the final recording. Can be:
                mono or dual and the default is mono. Default: "mono".
            recording_status_callback: The URL that we should call using the
                recording_status_callback_method when the recording status changes.
            recording_status_callback_event: The recording state changes that should
                generate a call to recording_status_callback. Can be: started,
                in-progress, paused, resumed, stopped, completed, failed, and absent.
                Separate multiple values with a space, ex: 'in-progress completed
                failed'.
            recording_status_callback_method: The HTTP method we should use when we call
                recording_status_callback. Can be: GET or POST and defaults to POST.
                Default: "POST".
            recording_track: The audio track to record for the call. Can be: inbound,
                outbound or both. The default is both. inbound records the audio that is
                received by Twilio. outbound records the audio that is sent from Twilio.
                both records the audio that is received and sent by Twilio. Default:
                "both".
            region: The region where we should mix the recorded audio. Can be:us1, ie1,
                de1, sg1, br1, au1, or jp1.
            sip_auth_password: The SIP password for authentication.
            sip_auth_username: The SIP username used for authentication.
            start_conference_on_enter: Whether to start the conference when the
                participant joins, if it has not already started. Can be: true or false
                and the default is true. If false and the conference has not started,
                the participant is muted and hears background music until another
                participant starts the conference. Default: true.
            status_callback: The URL we should call using the status_callback_method to
                send status information to your application.
            status_callback_event: The conference state changes that should generate a
                call to status_callback. Can be: initiated, ringing, answered, and
                completed. Separate multiple values with a space. The default value is
                completed. Default: ["completed"].
            status_callback_method: The HTTP method we should use to call
                status_callback. Can be: GET and POST and defaults to POST. Default:
                "POST".
            time_limit: The maximum duration of the call in seconds. Constraints depend
                on account and configuration.
            timeout: The number of seconds that we should allow the phone to ring before
                assuming there is no answer. Can be an integer between 5 and 600,
                inclusive. The default value is 60. We always add a 5-second timeout
                buffer to outgoing calls, so value of 10 would result in an actual
                timeout that was closer to 15 seconds. Default: 60.
            wait_method: The HTTP method we should use to call wait_url. Can be GET or
                POST and the default is POST. When using a static audio file, this
                should be GET so that we can cache the file. Default: "POST".
            wait_url: The URL we should call using the wait_method for the music to play
                while participants are waiting for the conference to start. The default
                value is the URL of our standard hold music. Learn more about hold
                music. Default:
                "http://twimlets.com/holdmusic?Bucket=com.twilio.music.classical".
            account_sid: The SID of the Account that the resource belongs to. Left out,
                it is the client's.
        """
        from ..operations.create_participant import CreateParticipant

        _request = CreateParticipant(
            conference_sid=conference_sid,
            from_=from_,
            to=to,
            beep=beep,
            byoc=byoc,
            call_reason=call_reason,
            call_sid_to_coach=call_sid_to_coach,
            caller_id=caller_id,
            coaching=coaching,
            conference_record=conference_record,
            conference_recording_status_callback=conference_recording_status_callback,
            conference_recording_status_callback_event=conference_recording_status_callback_event,
            conference_recording_status_callback_method=conference_recording_status_callback_method,
            conference_status_callback=conference_status_callback,
            conference_status_callback_event=conference_status_callback_event,
            conference_status_callback_method=conference_status_callback_method,
            conference_trim=conference_trim,
            early_media=early_media,
            end_conference_on_exit=end_conference_on_exit,
            jitter_buffer_size=jitter_buffer_size,
            label=label,
            max_participants=max_participants,
            muted=muted,
            record=record,
            recording_channels=recording_channels,
            recording_status_callback=recording_status_callback,
            recording_status_callback_event=recording_status_callback_event,
            recording_status_callback_method=recording_status_callback_method,
            recording_track=recording_track,
            region=region,
            sip_auth_password=sip_auth_password,
            sip_auth_username=sip_auth_username,
            start_conference_on_enter=start_conference_on_enter,
            status_callback=status_callback,
            status_callback_event=status_callback_event,
            status_callback_method=status_callback_method,
            time_limit=time_limit,
            timeout=timeout,
            wait_method=wait_method,
            wait_url=wait_url,
            account_sid=account_sid,
        )
        # A traceback would show it.
        del sip_auth_password

        return self._client.send(_request)


class AsyncParticipants:
    """Conference participants"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        conference_sid: str,
        from_: str,
        to: str,
        beep: Literal["true", "false", "onEnter", "onExit"] | bool | None = None,
        byoc: str | None = None,
        call_reason: str | None = None,
        call_sid_to_coach: str | None = None,
        caller_id: str | None = None,
        coaching: bool | None = None,
        conference_record: (
            Literal["true", "false", "record-from-start", "do-not-record"] | bool | None
        ) = None,
        conference_recording_status_callback: str | None = None,
        conference_recording_status_callback_event: (
            Sequence[Literal["in-progress", "completed", "failed", "absent"]] | None
        ) = None,
        conference_recording_status_callback_method: CallbackMethod | None = None,
        conference_status_callback: str | None = None,
        conference_status_callback_event: (
            Sequence[
                Literal[
                    "start",
                    "end",
                    "join",
                    "leave",
                    "mute",
                    "hold",
                    "modify",
                    "speaker",
                    "announcement",
                ]
            ]
            | None
        ) = None,
        conference_status_callback_method: CallbackMethod | None = None,
        conference_trim: Literal["trim-silence", "do-not-trim"] | None = None,
        early_media: bool | None = None,
        end_conference_on_exit: bool | None = None,
        jitter_buffer_size: Literal["off", "small", "medium", "large"] | None = None,
        label: str | None = None,
        max_participants: int | None = None,
        muted: bool | None = None,
        record: bool | None = None,
        recording_channels: Literal["mono", "dual"] | None = None,
        recording_status_callback: str | None = None,
        recording_status_callback_event: (
            Sequence[
                Literal[
                    "started",
                    "in-progress",
                    "paused",
                    "resumed",
                    "stopped",
                    "completed",
                    "failed",
                    "absent",
                ]
            ]
            | None
        ) = None,
        recording_status_callback_method: CallbackMethod | None = None,
        recording_track: Literal["inbound", "outbound", "both"] | None = None,
        region: (
            Literal["us1", "ie1", "de1", "sg1", "br1", "au1", "jp1"] | str | None
        ) = None,
        sip_auth_password: str | None = None,
        sip_auth_username: str | None = None,
        start_conference_on_enter: bool | None = None,
        status_callback: str | None = None,
        status_callback_event: (
            Sequence[Literal["initiated", "ringing", "answered", "completed"]] | None
        ) = None,
        status_callback_method: CallbackMethod | None = None,
        time_limit: int | None = None,
        timeout: int | None = None,
        wait_method: CallbackMethod | None = None,
        wait_url: str | None = None,
        account_sid: str | None = None,
    ) -> Participant:
        """Create participant

        POST
        /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants.json

        The arguments are those of `Participants.create`, the fields of
        `CreateParticipant`.
        """
        from ..operations.create_participant import CreateParticipant

        _request = CreateParticipant(
            conference_sid=conference_sid,
            from_=from_,
            to=to,
            beep=beep,
            byoc=byoc,
            call_reason=call_reason,
            call_sid_to_coach=call_sid_to_coach,
            caller_id=caller_id,
            coaching=coaching,
            conference_record=conference_record,
            conference_recording_status_callback=conference_recording_status_callback,
            conference_recording_status_callback_event=conference_recording_status_callback_event,
            conference_recording_status_callback_method=conference_recording_status_callback_method,
            conference_status_callback=conference_status_callback,
            conference_status_callback_event=conference_status_callback_event,
            conference_status_callback_method=conference_status_callback_method,
            conference_trim=conference_trim,
            early_media=early_media,
            end_conference_on_exit=end_conference_on_exit,
            jitter_buffer_size=jitter_buffer_size,
            label=label,
            max_participants=max_participants,
            muted=muted,
            record=record,
            recording_channels=recording_channels,
            recording_status_callback=recording_status_callback,
            recording_status_callback_event=recording_status_callback_event,
            recording_status_callback_method=recording_status_callback_method,
            recording_track=recording_track,
            region=region,
            sip_auth_password=sip_auth_password,
            sip_auth_username=sip_auth_username,
            start_conference_on_enter=start_conference_on_enter,
            status_callback=status_callback,
            status_callback_event=status_callback_event,
            status_callback_method=status_callback_method,
            time_limit=time_limit,
            timeout=timeout,
            wait_method=wait_method,
            wait_url=wait_url,
            account_sid=account_sid,
        )
        # A traceback would show it.
        del sip_auth_password

        return await self._client.send(_request)

"""What every generated client stands on: no code of one description, only of HTTP.

Imports go one way; only httpx2 and ecmascript need more than the standard library::

    client -> transports, calls -> auth -> errors -> http
    streaming_client -> client, streaming -> streams -> requests
    oauth -> grants -> calls, tasks
    oauth -> tokens -> auth
    client -> requests -> http
    pagination -> requests, errors
    parameters -> bodies -> styles -> encoding
    violations -> messages, fields, encoding
    decoders, mail_dates -> readers -> unreadable, errors
    httpx2, stdlib -> transports, receiving
    stdlib -> exchange -> pool -> wire -> reply, routes
    testing_streams -> testing -> testing_answers, testing_factories
    plain, formats, ecmascript, models, unset, verify, discreet
"""

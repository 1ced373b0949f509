"""What every generated client stands on: no code of one description, only of HTTP.

Imports go one way; only httpx2 and ecmascript need more than the standard library::

    client -> transports, calls -> auth -> errors -> http
    oauth -> grants -> calls, tasks
    client -> requests -> http
    pagination -> requests, errors
    parameters -> bodies -> styles -> encoding
    violations -> messages, fields, encoding
    readers -> decoders, errors
    httpx2, stdlib -> transports, receiving
    stdlib -> exchange -> pool -> wire -> reply, routes
    plain, formats, ecmascript, models, unset, verify, discreet
"""

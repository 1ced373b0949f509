"""What every generated client stands on: no code of one description, only of HTTP.

Imports go one way, and only httpx2 needs more than the standard library::

    client -> transports, auth -> errors -> http
    client -> requests -> http
    parameters -> bodies -> styles -> encoding
    violations -> messages, fields, encoding
    readers -> decoders, errors
    httpx2, stdlib -> transports, receiving
    stdlib -> exchange -> pool -> wire -> routes
    plain, formats, models, unset
"""

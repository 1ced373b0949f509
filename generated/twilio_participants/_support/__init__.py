"""What every generated client stands on: no code of one description, only of HTTP.

Imports go one way, and only transports and ecmascript need third-party packages::

    client -> transports, tasks, calls -> grants -> oauth -> auth -> errors -> http
    client -> requests -> http
    pagination -> requests, errors
    parameters -> bodies -> styles -> encoding
    violations -> messages, fields, encoding
    readers -> decoders, errors
    plain, formats, ecmascript, models, unset
"""

"""What every generated client stands on: no code of one description, only of HTTP.

Imports go one way, and only the transport needs more than the standard library::

    client -> transports, tasks, calls -> grants -> oauth -> auth -> errors -> http
    client -> requests -> http
    parameters -> bodies -> styles -> encoding
    violations -> messages, fields, encoding
    readers -> decoders, errors
    plain, formats, models, unset
"""

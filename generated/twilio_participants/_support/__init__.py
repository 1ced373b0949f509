"""What every generated client stands on: no code of one description, only of HTTP.

Imports go one way, and only the transport needs more than the standard library::

    client -> transports -> http
    client -> requests -> violations, encoding, models, http
    readers, formats, auth, errors
"""

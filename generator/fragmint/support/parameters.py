"""Parameters to where they go: path, query, headers, cookies (OAS 3.2 §4.12).

All values are plain ones; `styles` has, by name, how they are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .bodies import form_body
from .encoding import (
    Unwritable,
    is_header,
    is_header_name,
    json_text,
    segment,
    text,
)
from .http import is_json
from .styles import Part, Style, defined, escaper, expanded, pairs, verbatim

_FORM = Style("form", explode=True)
_SIMPLE = Style("simple", explode=False)
_URLENCODED = "application/x-www-form-urlencoded"

# What ends a value where it stands, so that not even allowReserved lets it pass: it
# would add a segment, a parameter, a cookie. The rest of what is reserved only means
# something inside the value, and that is what allowReserved is for.
_PATH_ENDS = "/?#[]"  # OAS 3.2 §4.8.2; RFC 3986 §3.3 has no brackets there
_QUERY_ENDS = "#&"
_COOKIE_ENDS = ";"


def path_segment(name: str, value: Any, style: Style = _SIMPLE) -> str:
    """The path parameter `name`: one segment of a path, or a part of one.

    Raises:
        Unwritable: it is empty, ``.`` or ``..``, which leads to another place (RFC 3986
            §5.2.4); or a text has a lone surrogate.
    """
    try:
        if style.media_type is not None:
            written = segment(_content(value, style))
        else:
            escape = escaper(style.reserved, _PATH_ENDS)
            written = expanded(name, value, style, escape)
    except (Unwritable, UnicodeEncodeError) as error:
        unwritable = _unwritable(name, error)
    else:
        if written not in ("", ".", ".."):
            return written
        unwritable = Unwritable(name, "segment", None)
    raise unwritable  # not in the handler: the error there can have the value


def query_string(
    values: Mapping[str, Any], styles: Mapping[str, Style] | None = None
) -> str:
    """The query, from its ``?`` on, or "" if nothing is given.

    A style that is not said is ``form``, exploded. A space is ``%20`` (RFC 6570).

    Raises:
        Unwritable: a text has a lone surrogate.
    """
    written: list[str] = []
    styles = styles or {}
    name = ""
    try:
        for name, value in values.items():
            style = styles.get(name, _FORM)
            written += [f"{key}={one}" for key, one in _query(name, value, style)]
    except (Unwritable, UnicodeEncodeError) as error:
        unwritable = _unwritable(name, error)
    else:
        return "?" + "&".join(written) if written else ""
    raise unwritable


def _query(name: str, value: Any, style: Style) -> list[tuple[str, str]]:
    escape = escaper(style.reserved, _QUERY_ENDS)
    if style.media_type is not None and value is not None:
        return [(segment(name), escape(_content(value, style)))]
    return pairs(name, value, style, escape, segment)


def querystring(
    value: Any, media_type: str, parts: Mapping[str, Part] = _FORM.parts
) -> str:
    """The query, from its ``?`` on, as one value: ``in: querystring`` of OAS 3.2.

    `parts` are how the fields of a form are written.

    Raises:
        Unwritable: a text has a lone surrogate.
    """
    if value is None:
        return ""
    content = _content(value, _FORM._replace(media_type=media_type, parts=parts))
    # A form is what a query is written in; all else is percent-encoded.
    encoded = content if _kind(media_type) == _URLENCODED else _segment(content)
    return f"?{encoded}" if encoded else ""


def _segment(content: str) -> str:
    try:
        return segment(content)
    except UnicodeEncodeError:
        pass
    raise Unwritable


def header_fields(
    values: Mapping[str, Any], styles: Mapping[str, Style] | None = None
) -> dict[str, str]:
    """The headers; a style that is not said is ``simple``, not exploded.

    Nothing is quoted or escaped, since each header has its own rules for that (OAS 3.2,
    appendix D). What is beyond ASCII goes out as UTF-8, which RFC 9110 §5.5 lets pass.

    Raises:
        Unwritable: a value or a name could add another header, or cannot be written.
    """
    headers: dict[str, str] = {}
    for name, value in values.items():
        style = (styles or {}).get(name, _SIMPLE)
        if style.media_type is not None and value is not None:
            written = _named(name, value, style)
        elif defined(value):
            written = expanded(name, value, style, verbatim)
        else:
            continue
        # White space around a value is none of it (RFC 9110 §5.5).
        headers[name] = written = written.strip(" \t")
        if not is_header(written) or not is_header_name(name):
            raise Unwritable(name, "header", None)
    return headers


def cookie_header(
    values: Mapping[str, Any], styles: Mapping[str, Style] | None = None
) -> dict[str, str]:
    """The header with the cookies, or nothing; a style not said is ``form``, exploded.

    ``form`` percent-encodes, ``cookie`` leaves all as it is (OAS 3.2 §4.12.3). Cookies
    stand apart by a semicolon and a space in both (RFC 6265 §4.2.1).

    Raises:
        Unwritable: a value or a name could add another cookie, or cannot be written.
    """
    written: list[str] = []
    name = ""
    try:
        for name, value in values.items():
            style = (styles or {}).get(name, _FORM)
            for key, one in _cookies(name, value, style):
                if ";" in key + one or "=" in key or not is_header(key + one):
                    raise Unwritable(name, "cookie", None)
                written.append(f"{key}={one}")
    except (Unwritable, UnicodeEncodeError) as error:
        unwritable = _unwritable(name, error)
    else:
        return {"Cookie": "; ".join(written)} if written else {}
    raise unwritable


def _cookies(name: str, value: Any, style: Style) -> list[tuple[str, str]]:
    if style.media_type is not None and value is not None:
        return [(name, segment(_content(value, style)))]
    if style.style == "cookie":
        return pairs(name, value, style, verbatim, verbatim)
    return pairs(name, value, style, escaper(style.reserved, _COOKIE_ENDS), segment)


def _named(name: str, value: Any, style: Style) -> str:
    try:
        return _content(value, style, ascii_only=True)
    except Unwritable as error:
        unwritable = _unwritable(name, error)
    raise unwritable


def _content(value: Any, style: Style, *, ascii_only: bool = False) -> str:
    """A parameter with ``content``: by its media type, else as a text."""
    media_type = style.media_type or ""
    if is_json(media_type):
        return json_text(value, ascii_only=ascii_only)
    if value.__class__ is dict and _kind(media_type) == _URLENCODED:
        return form_body(value, style.parts).decode("ascii")
    return text(value)


def _kind(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _unwritable(name: str, error: Exception) -> Unwritable:
    """`error` of the parameter `name`, without the value, which can be secret."""
    if isinstance(error, Unwritable):
        return Unwritable(name, error.rule, error.limit)
    return Unwritable(name)

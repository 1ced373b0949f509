"""Bytes back to values, by the rules of the standard, and what differs from what was
given. The standard leaves some things open: nested values in a style, empty lists.
There any spelling is taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any, TypeAlias, cast
from urllib.parse import quote, unquote, unquote_plus

from .calling import Body, Call, Given, Parameter, kind_of
from .library import mapping
from .loopback import Recorded

__all__ = ["Fault", "alike", "faults"]

Fault: TypeAlias = tuple[str, str]

_DELIMITERS = {
    "form": (",",),
    "simple": (",",),
    "spaceDelimited": ("%20", "+"),
    "pipeDelimited": ("|", "%7C", "%7c"),
    "tabDelimited": ("%09",),
}
_STATIC = "/:@!$&'()*+,;=~-._"


def faults(call: Call, given: Given, came: Recorded) -> Iterator[Fault]:
    """What the request says otherwise than it was told to: where, and how."""
    if came.method != call.operation.method.upper():
        yield "method", f"{came.method} for {call.operation.method}"
    path, _, query = came.target.partition("?")
    present = [
        (one, given.parameters[one.location, one.name])
        for one in call.parameters
        if (one.location, one.name) in given.parameters
    ]
    yield from _path_faults(call, present, path)
    pairs = [
        (pair.partition("=")[0], pair.partition("=")[2]) for pair in query.split("&")
    ]
    for parameter, value in present:
        match parameter.location:
            case "query":
                wrong = _query_fault(parameter, value, pairs)
            case "header":
                text = came.header(parameter.name)
                wrong = _text_fault(parameter, value, text, encoded=False)
            case "cookie":
                wrong = _cookie_fault(parameter, value, came.header("cookie"))
            case "querystring":
                wrong = _whole_query_fault(parameter, value, query)
            case _:
                wrong = None
        if wrong:
            yield f"{parameter.location} {_style(parameter)}", wrong
    if given.has_body:
        assert call.body
        yield from _body_faults(call.body, given.body, came)
    elif came.body:
        yield "body", "some came, none was given"


def alike(one: Any, other: Any) -> bool:
    """Whether two values are the same JSON: 1 is 1.0 and not true."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        mine, theirs = cast("dict[str, Any]", one), cast("dict[str, Any]", other)
        return mine.keys() == theirs.keys() and all(
            alike(mine[key], theirs[key]) for key in mine
        )
    if isinstance(one, list) and isinstance(other, list):
        first, second = one, other
        return len(first) == len(second) and all(map(alike, first, second))
    same: bool = one == other
    return same


def _style(parameter: Parameter) -> str:
    if parameter.media_type:
        return parameter.media_type
    return f"{parameter.style}{' explode' if parameter.explode else ''}"


def _is_open(value: Any) -> bool:
    """Whether the standard leaves open how a style writes this."""
    if isinstance(value, dict | list):
        inner: list[Any] = list(mapping(value).values()) or list(value)
        return not inner or any(
            one is None or isinstance(one, dict | list) for one in inner
        )
    return value is None or value == ""


def _same(value: Any, text: str | None) -> bool:
    """Whether a text says a scalar."""
    if text is None:
        return False
    if isinstance(value, bool):
        return text == ("true" if value else "false")
    if isinstance(value, int | float):
        try:
            return float(text) == value
        except ValueError:
            return False
    return bool(value == text)


def _agree(value: Any, read: Any) -> bool:
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        return (
            isinstance(read, dict)
            and fields.keys() == cast("dict[str, Any]", read).keys()
            and all(_same(one, read[key]) for key, one in fields.items())
        )
    if isinstance(value, list):
        items, texts = value, read
        return (
            isinstance(read, list)
            and len(items) == len(texts)
            and all(map(_same, items, texts))
        )
    return isinstance(read, str) and _same(value, read)


def _path_faults(
    call: Call, present: list[tuple[Parameter, Any]], path: str
) -> Iterator[Fault]:
    template = re.split(r"[?#]", call.operation.path)[0]
    parts = re.split(
        r"\{([^{}]*)\}", template if template[:1] == "/" else f"/{template}"
    )
    pattern = ""
    names: list[str] = []
    for number, part in enumerate(parts):
        if number % 2:
            names.append(part)
            pattern += "([^/?#]*)"
        else:
            pattern += f"(?:{re.escape(part)}|{re.escape(quote(part, safe=_STATIC))})"
    matched = re.fullmatch(pattern, path)
    if matched is None:
        yield "path", f"{path} does not fit {call.operation.path}"
        return
    texts = dict(zip(names, matched.groups(), strict=True))
    for parameter, value in present:
        if parameter.location == "path" and parameter.name in texts:
            wrong = _text_fault(parameter, value, texts[parameter.name], encoded=True)
            if wrong:
                yield f"path {_style(parameter)}", wrong


def _text_fault(
    parameter: Parameter, value: Any, text: str | None, *, encoded: bool
) -> str | None:
    """Of a parameter that is one text: in the path, or a header's."""
    if text is None:
        return f"{parameter.name} did not come"
    decode = unquote if encoded else str
    if parameter.media_type:
        return _content_fault(parameter.media_type, value, decode(text))
    if _is_open(value):
        return None
    prefix = {"label": ".", "matrix": ";"}.get(parameter.style, "")
    if not text.startswith(prefix):
        return f"{text!r} for {value!r}"
    text = text[len(prefix) :]
    if parameter.style == "label" and "." in json.dumps(value) and parameter.explode:
        return None  # a dot in a value is not told from one between values
    read = _split(parameter, value, text, decode)
    return None if _agree(value, read) else f"{text!r} for {value!r}"


def _split(parameter: Parameter, value: Any, text: str, decode: Any) -> Any:
    joint = ","
    if parameter.explode:
        joint = {"label": ".", "matrix": ";"}.get(parameter.style, ",")
    named = parameter.style == "matrix"
    if named and not (parameter.explode and isinstance(value, dict | list)):
        name, _, text = text.partition("=")
        if decode(name) != parameter.name:
            return None
    if isinstance(value, list):
        texts = text.split(joint)
        if named and parameter.explode:
            texts = [one.partition("=")[2] for one in texts]
        return [decode(one) for one in texts]
    if isinstance(value, dict):
        return _pairs(text.split(joint), decode, explode=parameter.explode)
    return decode(text)


def _pairs(texts: list[str], decode: Any, *, explode: bool) -> dict[str, str]:
    if explode:
        parts = [one.partition("=") for one in texts]
        return {decode(key): decode(text) for key, _, text in parts}
    decoded = [decode(one) for one in texts]
    return dict(zip(decoded[::2], decoded[1::2], strict=False))


def _query_fault(
    parameter: Parameter, value: Any, pairs: list[tuple[str, str]]
) -> str | None:
    decode = unquote if parameter.reserved else unquote_plus
    texts = [text for key, text in pairs if unquote_plus(key) == parameter.name]
    if parameter.media_type:
        if len(texts) != 1:
            return f"came {len(texts)} times"
        return _content_fault(parameter.media_type, value, decode(texts[0]))
    return _form_fault(
        parameter.name, value, parameter.style, parameter.explode, pairs, decode
    )


def _whole_query_fault(parameter: Parameter, value: Any, query: str) -> str | None:
    """Of 3.2's parameter that is the query as a whole."""
    media_type = parameter.media_type or ""
    if kind_of(media_type) == "form":
        body = Body(media_type, parameter.schema, True, {})
        return next(_form_faults(body, value, query), None)
    return _content_fault(media_type, value, unquote(query))


def _form_fault(
    name: str,
    value: Any,
    style: str,
    explode: bool,
    pairs: list[tuple[str, str]],
    decode: Any,
) -> str | None:
    """Of what goes into a query or a form."""
    if _is_open(value):
        return None
    texts = [text for key, text in pairs if unquote_plus(key) == name]
    read: Any
    if style == "deepObject" and isinstance(value, dict):
        read = {
            key: decode(text)
            for full, text in pairs
            for key in re.findall(rf"^{re.escape(name)}\[(.*)\]$", unquote_plus(full))
        }
    elif isinstance(value, dict) and explode:
        wanted = cast("dict[str, Any]", value).keys()
        read = {
            unquote_plus(k): decode(t) for k, t in pairs if unquote_plus(k) in wanted
        }
    elif isinstance(value, list) and (explode or style == "deepObject"):
        read = [decode(text) for text in texts]
    elif isinstance(value, dict | list):
        if len(texts) != 1:
            return f"{name} came {len(texts)} times for {value!r}"
        joints = "|".join(map(re.escape, _DELIMITERS.get(style, (",",))))
        split = re.split(joints, texts[0])
        is_list = isinstance(value, list)
        read = (
            [decode(one) for one in split]
            if is_list
            else _pairs(split, decode, explode=False)
        )
    else:
        read = decode(texts[0]) if len(texts) == 1 else None
    if _agree(value, read):
        return None
    return f"{name}={texts!r} for {value!r}"


def _cookie_fault(parameter: Parameter, value: Any, header: str | None) -> str | None:
    if _is_open(value) or (isinstance(value, dict | list) and parameter.explode):
        return None
    for part in (header or "").split(";"):
        key, _, text = part.strip().partition("=")
        if unquote(key) == parameter.name:
            if parameter.media_type:
                return _content_fault(parameter.media_type, value, unquote(text))
            read = _split(parameter, value, text, unquote)
            return None if _agree(value, read) else f"{text!r} for {value!r}"
    return f"{parameter.name} did not come"


def _content_fault(media_type: str, value: Any, text: str) -> str | None:
    if kind_of(media_type) != "json":
        return None
    try:
        return None if alike(value, json.loads(text)) else f"{text!r} for {value!r}"
    except ValueError:
        return f"{text!r} is no JSON"


def _body_faults(body: Body, value: Any, came: Recorded) -> Iterator[Fault]:
    said = came.header("content-type") or ""
    if value == {} and not body.required and not said:
        return  # nothing in a body that may be left out: it was
    kind = kind_of(body.media_type)
    same = kind_of(said) == kind
    if kind in ("text", "bytes"):  # of JSON and forms any spelling will do
        same = _main(said) == _main(body.media_type)
    if not same and "*" not in body.media_type:
        yield "type of the body", f"{said or 'none'} came for {body.media_type}"
        return
    match kind:
        case "json":
            wrong = _content_fault("application/json", value, came.body.decode())
            if wrong:
                yield "body as JSON", wrong
        case "form":
            for wrong in _form_faults(body, value, came.body.decode("ascii")):
                yield "body as a form", wrong
        case "multipart":
            for wrong in _part_faults(value, said, came.body):
                yield "body as parts", wrong
        case _:
            wanted = value.encode() if isinstance(value, str) else value
            if came.body != wanted:
                yield "body", f"{came.body!r} for {wanted!r}"


def _form_faults(body: Body, value: Any, text: str) -> Iterator[str]:
    pairs = [(one.partition("=")[0], one.partition("=")[2]) for one in text.split("&")]
    for name, one in mapping(value).items():
        told = mapping(body.encoding.get(name))
        as_json = [
            True
            for key, part in pairs
            if unquote_plus(key) == name and _is_json_of(one, unquote_plus(part))
        ]
        if as_json and isinstance(one, dict | list) and "style" not in told:
            continue
        style = str(told.get("style", "form"))
        explode = told.get("explode", style == "form")
        if isinstance(one, dict) and not told:
            style = (
                "deepObject" if any("%5B" in k or "[" in k for k, _ in pairs) else style
            )
        wrong = _form_fault(name, one, style, explode is True, pairs, unquote_plus)
        if wrong:
            yield wrong


def _is_json_of(value: Any, text: str) -> bool:
    try:
        return alike(value, json.loads(text))
    except ValueError:
        return False


def _part_faults(value: Any, content_type: str, body: bytes) -> Iterator[str]:
    head = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1")
    message = BytesParser(policy=HTTP).parsebytes(head + body)
    came: dict[str, list[bytes]] = {}
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        payload: Any = part.get_payload(decode=True)
        came.setdefault(str(name), []).append(payload or b"")
    for name, one in mapping(value).items():
        several: list[Any] = one if isinstance(one, list) else [one]
        parts = came.get(name, [])
        if (
            isinstance(one, list)
            and len(parts) == 1
            and _is_json_of(one, _text(parts[0]))
        ):
            continue
        if one is not None and (
            len(parts) != len(several) or not all(map(_is_part, several, parts))
        ):
            yield f"{name}: {parts!r} for {one!r}"


def _is_part(value: Any, part: bytes) -> bool:
    if isinstance(value, bytes):
        return value == part
    if isinstance(value, dict | list):
        return _is_json_of(value, _text(part))
    return _same(value, _text(part))


def _main(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _text(part: bytes) -> str:
    return part.decode("utf-8", "replace")

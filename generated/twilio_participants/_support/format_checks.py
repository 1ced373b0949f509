"""What values of a format have to be (JSON Schema 2020-12 Validation §7.3).

No expression is compiled that no rule asks for.
"""

from __future__ import annotations

from collections.abc import Callable

from .formats import patterns

__all__ = [
    "valid_base64",
    "valid_base64_of_any_kind",
    "valid_base64url",
    "valid_char",
    "valid_date",
    "valid_date_time",
    "valid_date_time_local",
    "valid_decimal",
    "valid_double",
    "valid_double_int",
    "valid_duration",
    "valid_email",
    "valid_float",
    "valid_hostname",
    "valid_idn_email",
    "valid_int8",
    "valid_int16",
    "valid_int32",
    "valid_int64",
    "valid_ipv4",
    "valid_ipv6",
    "valid_iri",
    "valid_iri_reference",
    "valid_json_pointer",
    "valid_regex",
    "valid_relative_json_pointer",
    "valid_rfc_2822",
    "valid_time",
    "valid_time_local",
    "valid_uint8",
    "valid_uint16",
    "valid_uint32",
    "valid_uint64",
    "valid_uri",
    "valid_uri_reference",
    "valid_uri_template",
    "valid_uuid",
]


Check = Callable[[str], object]
"""Says of a text something that is true, a match for one, where it is right."""

_WHOLE: dict[str, str] = {}
"""The expression that a text has to be from end to end, for the checks that are one."""


def __getattr__(name: str) -> Check:
    """Compiles an expression when a module of rules asks for it; no call of ours."""
    if name not in _WHOLE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # As it is: what turns a match into True or False takes half as long as matching.
    check = globals()[name] = patterns[_WHOLE[name]].fullmatch
    return check


# --- Dates and times (RFC 3339) -------------------------------------------------------

_DATE = (
    "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    # The years that have one more day (appendix C).
    "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
    "-02-29)"
)
_LOCAL = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]+)?"
_TIME = f"{_LOCAL}(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
_DATE_TIME = f"{_DATE}[Tt]{_TIME}"

valid_date: Check
_WHOLE["valid_date"] = _DATE
valid_time_local: Check
_WHOLE["valid_time_local"] = _LOCAL
valid_date_time_local: Check
_WHOLE["valid_date_time_local"] = f"{_DATE}[Tt]{_LOCAL}"


def valid_time(value: str) -> bool:
    """RFC 3339 §5.6: ``12:00:00Z``."""
    return patterns[_TIME].fullmatch(value) is not None and (
        value[6:8] != "60" or _is_leap(value)
    )


def valid_date_time(value: str) -> bool:
    """RFC 3339 §5.6: ``2026-01-31T12:00:00Z``."""
    return patterns[_DATE_TIME].fullmatch(value) is not None and (
        value[17:19] != "60" or _is_leap(value[11:])
    )


def _is_leap(time: str) -> bool:
    """Whether the second 60 of `time` comes after 23:59:59 UTC (RFC 3339 §5.7)."""
    minutes = int(time[:2]) * 60 + int(time[3:5])
    if time[-1] not in "Zz":
        offset = int(time[-5:-3]) * 60 + int(time[-2:])
        minutes += offset if time[-6] == "-" else -offset
    return minutes % 1440 == 1439


valid_duration: Check
_WHOLE["valid_duration"] = (  # RFC 3339 appendix A
    r"(?ai:P(?:\d+W|(?=.)(?!T\Z)(?:\d+D|\d+M(?:\d+D)?|\d+Y(?:\d+M(?:\d+D)?)?)?"
    r"(?:T(?:\d+S|\d+M(?:\d+S)?|\d+H(?:\d+M(?:\d+S)?)?))?))"
)
valid_rfc_2822: Check
_WHOLE["valid_rfc_2822"] = (  # RFC 2822 §3.3, with the zones of §4.3
    r"(?ai:\s*(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s*,\s*)?(?:0?[1-9]|[12]\d|3[01])\s+"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{2,}\s+"
    r"(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60))?\s+"
    r"(?:[+-]\d{4}|UT|GMT|[ECMP][SD]T|[A-IK-Z])\s*)"
)

# --- Names and addresses --------------------------------------------------------------

_BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_IPV4 = rf"(?:{_BYTE}\.){{3}}{_BYTE}"
_HEX = "[0-9A-Fa-f]{1,4}"
_LAST = f"(?:{_HEX}:{_HEX}|{_IPV4})"


def _ipv6() -> str:
    """RFC 3986 §3.2.2: eight groups, or fewer with one ``::`` for all that lack."""
    ends = [f"(?:{_HEX}:){{{n}}}{_LAST}" for n in range(5, -1, -1)]
    some = [
        f"(?:(?:{_HEX}:){{0,{n - 1}}}{_HEX})?::{end}" if n else f"::{end}"
        for n, end in enumerate([*ends, _HEX, ""])
    ]
    return f"(?:(?:{_HEX}:){{6}}{_LAST}|{'|'.join(some)})"


_IPV6 = _ipv6()
valid_ipv4: Check
_WHOLE["valid_ipv4"] = _IPV4  # RFC 2673 §3.2
valid_ipv6: Check
_WHOLE["valid_ipv6"] = _IPV6

_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*"


def valid_hostname(value: str) -> bool:
    """RFC 1123 §2.1, where ``xn--`` begins what Punycode made (RFC 5891 §4.4)."""
    if patterns[_HOST].fullmatch(value) is None:
        return False
    lower = value.lower()
    return "xn--" not in lower or all(map(_is_decodable, lower.split(".")))


def _is_decodable(label: str) -> bool:
    if not label.startswith("xn--"):
        return True
    try:
        decoded = label[4:].encode().decode("punycode")
        return (
            not decoded.isascii() and decoded.encode("punycode").decode() == label[4:]
        )
    except UnicodeError:
        return False


def _mailbox(more: str) -> str:
    """RFC 5321 §4.1.2; `more` are the characters that RFC 6531 §3.3 adds."""
    atom = rf"[A-Za-z0-9!#$%&'*+/=?^_`{{|}}~{more}\-]+"
    quoted = rf'"(?:[ !#-\[\]-~{more}]|\\[ -~])*"'
    end = f"[A-Za-z0-9{more}]"
    label = f"{end}(?:[A-Za-z0-9{more}-]{{0,61}}{end})?"
    literal = (
        rf"\[(?:{_IPV4}|(?i:IPv6):{_IPV6}"
        rf"|(?!(?i:IPv6):)[A-Za-z0-9-]*[A-Za-z0-9]:[!-Z^-~]+)\]"
    )
    # Lengths are those of §4.5.3.1.
    return (
        rf"(?:(?=[^@]{{1,64}}@){atom}(?:\.{atom})*|(?=.{{2,64}}@){quoted})"
        rf"@(?=.{{1,255}}\Z)(?:{label}(?:\.{label})*|{literal})"
    )


valid_email: Check
_WHOLE["valid_email"] = _mailbox("")
valid_idn_email: Check
_WHOLE["valid_idn_email"] = _mailbox("\x80-\ud7ff\ue000-\U0010ffff")
valid_uuid: Check
_WHOLE["valid_uuid"] = (
    "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"  # RFC 4122
)

# --- URIs (RFC 3986) and IRIs (RFC 3987) ----------------------------------------------

_UCS = "\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef" + "".join(
    f"{chr(plane + (0x1000 if plane == 0xE0000 else 0))}-{chr(plane + 0xFFFD)}"
    for plane in range(0x10000, 0xF0000, 0x10000)
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_HEXES = "(?:%[0-9A-Fa-f]{2})"
# The usual kind, without a group: it takes a quarter of the time of the whole grammar.
_USUAL = r"https?://[A-Za-z0-9.\-]+[/?][A-Za-z0-9\-._~!$&'()*+,;=:@/?]*"


def _run(extra: str) -> str:
    """Any number of the characters that RFC 3986 §2 lets stand, and of `extra`."""
    plain = rf"[A-Za-z0-9\-._~!$&'()*+,;={extra}]*"
    return f"{plain}(?:{_HEXES}{plain})*"


def _uri(start: str, wide: str = "", private: str = "") -> str:
    """RFC 3986 appendix A, after `start`; `wide` and `private` are what IRIs add."""
    literal = rf"\[(?:{_IPV6}|[Vv][0-9A-Fa-f]+\.[A-Za-z0-9\-._~!$&'()*+,;=:]+)\]"
    return (
        # Without an authority, no path begins with // (§3.3).
        rf"{_USUAL}|{start}(?:(?!//)|//(?:{_run(wide + ':')}@)?"
        rf"(?:{literal}|{_run(wide)})(?::[0-9]*)?(?=[/?#]|\Z))"
        rf"{_run(wide + ':@/')}(?:\?{_run(wide + private + ':@/?')})?"
        rf"(?:\#{_run(wide + ':@/?')})?"
    )


_SCHEME = r"[A-Za-z][A-Za-z0-9+.\-]*:"
# Without a scheme, no first segment has a colon (§4.2).
_SCHEME_OR_NONE = f"(?:{_SCHEME}|(?![^/?#]*:))"

valid_uri: Check
_WHOLE["valid_uri"] = _uri(_SCHEME)
valid_uri_reference: Check
_WHOLE["valid_uri_reference"] = _uri(_SCHEME_OR_NONE)
valid_iri: Check
_WHOLE["valid_iri"] = _uri(_SCHEME, _UCS, _PRIVATE)
valid_iri_reference: Check
_WHOLE["valid_iri_reference"] = _uri(_SCHEME_OR_NONE, _UCS, _PRIVATE)

_VARIABLE = rf"(?:\w|{_HEXES})(?:\.?(?:\w|{_HEXES}))*(?::[1-9]\d{{0,3}}|\*)?"
valid_uri_template: Check
_WHOLE["valid_uri_template"] = (  # RFC 6570 §2
    rf"(?a:[!#$&'()*+,\-./0-;=?-\[\]_a-z~{_UCS}{_PRIVATE}]|{_HEXES}"
    rf"|\{{[+#./;?&=,!@|]?{_VARIABLE}(?:,{_VARIABLE})*\}})*"
)

_POINTER = "(?:/(?:[^~/]|~[01])*)*"
valid_json_pointer: Check
_WHOLE["valid_json_pointer"] = _POINTER  # RFC 6901 §3
valid_relative_json_pointer: Check
_WHOLE["valid_relative_json_pointer"] = (
    rf"(?:0|[1-9][0-9]*)(?:[+-](?:0|[1-9][0-9]*))?(?:\#|{_POINTER})"
)

# --- Regular expressions (ECMA-262) ---------------------------------------------------

_ESCAPE = (
    r"(?a)\\(?:[dDwWsSbBfnrtv]|[0-9]+|c[A-Za-z]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}"
    r"|u\{[0-9A-Fa-f]+\}|[pP]\{\w+(?:=\w+)?\}|k<[\w$]+>|[^A-Za-z0-9])"
)
_GROUP = r"\((?:\?(?:[:=!]|<[=!]|<[\w$]+>|[ims]+(?:-[ims]*)?:|-[ims]+:))?"
_POSSESSIVE = r"(?:[*+?]|\{[0-9,]+\})\+"


def valid_regex(value: str) -> bool:
    """Whether `value` is a regular expression of ECMA-262.

    Python judges what is left when all that it writes otherwise is said as it does.
    """
    import re

    plain = patterns[_ESCAPE].sub("\0", value)
    classes = patterns[r"\[\^?([^\]]*)\]"].findall(plain)
    plain = patterns[r"\[[^\]]*\]"].sub("\0", plain)
    ranges = [
        one for inside in classes for one in patterns["(?s)(.)-(.)"].findall(inside)
    ]
    if any(low > high for low, high in ranges if "\0" not in (low, high)):
        return False
    plain = patterns[_GROUP].sub("(", plain)
    # What only Python has: other escapes and groups, and quantifiers that keep all.
    foreign = "\\" in plain or "(?" in plain or patterns[_POSSESSIVE].search(plain)
    if foreign or "[" in plain:  # the second is of no class that ends
        return False
    try:
        re.compile(plain)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


# --- Base64 (RFC 4648) ----------------------------------------------------------------


def valid_base64(value: str) -> bool:
    """RFC 4648 §4: padded."""
    return len(value) % 4 == 0 and _is_base64(value, "+/")


def valid_base64url(value: str) -> bool:
    """RFC 4648 §5: padded or not."""
    rest = len(value) % 4
    return (rest == 0 or (rest != 1 and value[-1] != "=")) and _is_base64(value, "_-")


def valid_base64_of_any_kind(value: str) -> bool:
    """By either alphabet, padded or not: what bytes can be read of."""
    return len(value.rstrip("=")) % 4 != 1 and _is_base64(value, "+/_-")


def _is_base64(value: str, more: str) -> bool:
    return patterns[f"[A-Za-z0-9{more}]*={{0,2}}"].fullmatch(value) is not None


def valid_char(value: str) -> bool:
    """One character."""
    return len(value) == 1


# --- Numbers --------------------------------------------------------------------------

valid_decimal: Check
_WHOLE["valid_decimal"] = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?"


def _integer(low: int, high: int) -> Callable[[float], bool]:
    return lambda value: low <= value <= high and value % 1 == 0


def _written(low: int, high: int) -> Callable[[float | str], bool]:
    """An integer that can be text, as not all who read JSON's numbers keep 64 bits."""

    def valid(value: float | str) -> bool:
        if isinstance(value, str):
            if len(value) > 20 or not patterns["-?[0-9]+"].fullmatch(value):
                return False
            value = int(value)
        return low <= value <= high and value % 1 == 0

    return valid


valid_int8 = _integer(-(2**7), 2**7 - 1)
valid_int16 = _integer(-(2**15), 2**15 - 1)
valid_int32 = _integer(-(2**31), 2**31 - 1)
valid_int64 = _written(-(2**63), 2**63 - 1)
valid_uint8 = _integer(0, 2**8 - 1)
valid_uint16 = _integer(0, 2**16 - 1)
valid_uint32 = _integer(0, 2**32 - 1)
valid_uint64 = _written(0, 2**64 - 1)
valid_double_int = _integer(1 - 2**53, 2**53 - 1)


def valid_float(value: float) -> bool:
    """A number that single precision has, or rounds to one that it has."""
    return abs(value) < 2**128 - 2**103


def valid_double(value: float) -> bool:
    """A number that double precision has, or rounds to one that it has."""
    return abs(value) < 2**1024 - 2**970

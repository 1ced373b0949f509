"""URIs (RFC 3986), as they have to be written."""

from __future__ import annotations

from .format_addresses import IPV6
from .format_checks import Check, at_first

_WHOLE: dict[str, str] = {}
__getattr__ = at_first(globals(), _WHOLE)

HEXES = "(?:%[0-9A-Fa-f]{2})"
# The usual kind, without a group: it takes a quarter of the time of the whole grammar.
_USUAL = r"https?://[A-Za-z0-9.\-]+[/?][A-Za-z0-9\-._~!$&'()*+,;=:@/?]*"


def _run(extra: str) -> str:
    """Any number of the characters that RFC 3986 §2 lets stand, and of `extra`."""
    plain = rf"[A-Za-z0-9\-._~!$&'()*+,;={extra}]*"
    return f"{plain}(?:{HEXES}{plain})*"


def grammar(start: str, wide: str = "", private: str = "") -> str:
    """RFC 3986 appendix A, after `start`; `wide` and `private` are what IRIs add."""
    literal = rf"\[(?:{IPV6}|[Vv][0-9A-Fa-f]+\.[A-Za-z0-9\-._~!$&'()*+,;=:]+)\]"
    return (
        # Without an authority, no path begins with // (§3.3).
        rf"{_USUAL}|{start}(?:(?!//)|//(?:{_run(wide + ':')}@)?"
        rf"(?:{literal}|{_run(wide)})(?::[0-9]*)?(?=[/?#]|\Z))"
        rf"{_run(wide + ':@/')}(?:\?{_run(wide + private + ':@/?')})?"
        rf"(?:\#{_run(wide + ':@/?')})?"
    )


SCHEME = r"[A-Za-z][A-Za-z0-9+.\-]*:"
# Without a scheme, no first segment has a colon (§4.2).
SCHEME_OR_NONE = f"(?:{SCHEME}|(?![^/?#]*:))"

valid_uri: Check
_WHOLE["valid_uri"] = grammar(SCHEME)
valid_uri_reference: Check
_WHOLE["valid_uri_reference"] = grammar(SCHEME_OR_NONE)

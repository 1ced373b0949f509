"""IRIs (RFC 3987) and URI templates (RFC 6570), as they have to be written."""

from __future__ import annotations

from .format_checks import Check, at_first
from .format_uris import HEXES, SCHEME, SCHEME_OR_NONE, grammar

_WHOLE: dict[str, str] = {}
__getattr__ = at_first(globals(), _WHOLE)

_UCS = "\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef" + "".join(
    f"{chr(plane + (0x1000 if plane == 0xE0000 else 0))}-{chr(plane + 0xFFFD)}"
    for plane in range(0x10000, 0xF0000, 0x10000)
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"

valid_iri: Check
_WHOLE["valid_iri"] = grammar(SCHEME, _UCS, _PRIVATE)
valid_iri_reference: Check
_WHOLE["valid_iri_reference"] = grammar(SCHEME_OR_NONE, _UCS, _PRIVATE)

_VARIABLE = rf"(?:\w|{HEXES})(?:\.?(?:\w|{HEXES}))*(?::[1-9]\d{{0,3}}|\*)?"
valid_uri_template: Check
_WHOLE["valid_uri_template"] = (  # RFC 6570 §2
    rf"(?a:[!#$&'()*+,\-./0-;=?-\[\]_a-z~{_UCS}{_PRIVATE}]|{HEXES}"
    rf"|\{{[+#./;?&=,!@|]?{_VARIABLE}(?:,{_VARIABLE})*\}})*"
)

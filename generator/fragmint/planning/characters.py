"""Sets of characters, as regular expressions of ECMA-262 name them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

__all__ = [
    "CLASSES",
    "CONTROLS",
    "DASH",
    "LAST",
    "LINE_ENDS",
    "Item",
    "Property",
    "Range",
    "complement",
    "having",
    "is_property",
]


class Range(NamedTuple):
    """The code points from `first` to `last`; `escaped` if they are given by number."""

    first: int
    last: int
    escaped: bool = False


class Property(NamedTuple):
    """The characters with a property that `support.unicode` knows, or all others."""

    name: str
    negated: bool


Item: TypeAlias = Range | Property


LAST = 0x10FFFF
"""The last code point there is."""

DASH = Range(ord("-"), ord("-"))


def _runs(*runs: str) -> tuple[Range, ...]:
    """The ranges from the first character of each of `runs` to its last."""
    return tuple(Range(ord(run[0]), ord(run[-1]), True) for run in runs)


_BLANKS = _runs(
    *"\t\n\v\f\r \xa0\u1680", "\u2000\u200a", *"\u2028\u2029\u202f\u205f\u3000"
)
# ECMA-262 §22.2.2.9: \d and \w are ASCII, \s is white space and line ends.
CLASSES = {
    "d": _runs("09"),
    "w": _runs("AZ", "az", "09", "_"),
    "s": (*_BLANKS, *_runs("\ufeff")),
}
CONTROLS = {"t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "0": "\0"}
LINE_ENDS = _runs(*"\n\r\u2028\u2029")

# ECMA-262 §22.2.1, tables of properties: those that never change, or that Python has.
_BINARY: dict[str, tuple[Item, ...]] = {
    "Assigned": (Property("Cn", True),),
    "Uppercase": (Property("Uppercase", False),),
    "Upper": (Property("Uppercase", False),),
    "Lowercase": (Property("Lowercase", False),),
    "Lower": (Property("Lowercase", False),),
    "Any": (Range(0, LAST, True),),
    "ASCII": (Range(0, 127, True),),
    "ASCII_Hex_Digit": _runs("09", "AF", "af"),
    "AHex": _runs("09", "AF", "af"),
    "White_Space": (*_BLANKS, *_runs("\x85")),
    "space": (*_BLANKS, *_runs("\x85")),
}
# Those that Python has not.
_MORE = frozenset("""
    Alphabetic Alpha Bidi_Control Bidi_C Bidi_Mirrored Bidi_M Case_Ignorable CI Cased
    Changes_When_Casefolded CWCF Changes_When_Casemapped CWCM
    Changes_When_Lowercased CWL Changes_When_NFKC_Casefolded CWKCF
    Changes_When_Titlecased CWT Changes_When_Uppercased CWU
    Dash Default_Ignorable_Code_Point DI Deprecated Dep Diacritic Dia
    Emoji Emoji_Component EComp Emoji_Modifier EMod Emoji_Modifier_Base EBase
    Emoji_Presentation EPres Extended_Pictographic ExtPict Extender Ext
    Grapheme_Base Gr_Base Grapheme_Extend Gr_Ext Hex_Digit Hex
    IDS_Binary_Operator IDSB IDS_Trinary_Operator IDST ID_Continue IDC ID_Start IDS
    Ideographic Ideo Join_Control Join_C Logical_Order_Exception LOE Math
    Noncharacter_Code_Point NChar Pattern_Syntax Pat_Syn Pattern_White_Space Pat_WS
    Quotation_Mark QMark Radical Regional_Indicator RI Sentence_Terminal STerm
    Soft_Dotted SD Terminal_Punctuation Term Unified_Ideograph UIdeo
    Variation_Selector VS XID_Continue XIDC XID_Start XIDS
""".split())
_CATEGORIES = """
    L Letter | LC Cased_Letter | Lu Uppercase_Letter | Ll Lowercase_Letter
    | Lt Titlecase_Letter | Lm Modifier_Letter | Lo Other_Letter
    | M Mark Combining_Mark | Mn Nonspacing_Mark | Mc Spacing_Mark | Me Enclosing_Mark
    | N Number | Nd Decimal_Number digit | Nl Letter_Number | No Other_Number
    | P Punctuation punct | Pc Connector_Punctuation | Pd Dash_Punctuation
    | Ps Open_Punctuation | Pe Close_Punctuation | Pi Initial_Punctuation
    | Pf Final_Punctuation | Po Other_Punctuation
    | S Symbol | Sm Math_Symbol | Sc Currency_Symbol | Sk Modifier_Symbol
    | So Other_Symbol | Z Separator | Zs Space_Separator | Zl Line_Separator
    | Zp Paragraph_Separator | C Other | Cc Control cntrl | Cf Format | Cs Surrogate
    | Co Private_Use | Cn Unassigned
"""
_CATEGORY_OF = {
    name: Property(row.split()[0], False)
    for row in _CATEGORIES.split("|")
    for name in row.split()
}


def complement(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The code points that are in none of `ranges`, as sorted ranges."""
    found: list[tuple[int, int]] = []
    start = 0
    for first, last in sorted(ranges):
        if first > start:
            found.append((start, first - 1))
        start = max(start, last + 1)
    return (*found, (start, LAST)) if start <= LAST else tuple(found)


def is_property(text: str) -> bool:
    r"""Whether ECMA-262 may have `\p{text}`, which Python has not."""
    return "=" in text or text in _MORE


def having(text: str) -> tuple[Item, ...] | None:
    r"""The characters of `\p{text}`; None if Python does not know them."""
    key, equals, value = text.rpartition("=")
    if equals and key not in ("gc", "General_Category"):
        return None
    if value in _CATEGORY_OF:
        return (_CATEGORY_OF[value],)
    return None if equals else _BINARY.get(value)

"""Names of hosts and mailboxes, as they have to be written."""

from __future__ import annotations

from .format_addresses import IPV4, IPV6
from .format_checks import Check, at_first
from .formats import patterns

_WHOLE: dict[str, str] = {}
__getattr__ = at_first(globals(), _WHOLE)

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
        rf"\[(?:{IPV4}|(?i:IPv6):{IPV6}"
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

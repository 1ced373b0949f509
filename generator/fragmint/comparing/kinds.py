"""The kinds of changes: what each means for a caller, and how it is told.

A row says it of what a caller gives (`sent`) and of what a caller gets (`received`). It
breaks a caller if code that was right does not type-check any more, or is refused, or
gets something else than it did. What only the server sees is not among that: the
package says to it what the description says.
"""

from __future__ import annotations

from .severities import Kind, Severity

__all__ = ["KINDS"]


def _kind(
    sent: Severity | None,
    sentence: str,
    about: str,
    received: Severity | None = None,
) -> Kind:
    return Kind(sent, received, sentence, about)


_TYPE = "{what} is {now} now; it was {was}"
_RULE = "{what} {now}; before, it {was}"

KINDS: dict[str, Kind] = {
    # --- operations
    "operation-added": _kind("additive", "{what} is new", "a method is there"),
    "operation-removed": _kind("breaking", "{what} is gone", "a method is gone"),
    "operation-renamed": _kind(
        "breaking",
        "{what} is called {now} now",
        "the same method and path have another name in Python",
    ),
    "operation-moved": _kind(
        "fix",
        "{what} sends {now}; it was {was}",
        "a method sends another HTTP method, or to another path or server",
    ),
    "not-repeated": _kind(
        "breaking",
        "{what} is not sent again by itself now where it fails",
        "its method is not idempotent, or has no header for a key, and was or had",
    ),
    "media-changed": _kind(
        "fix",
        "{what} sends {now} now; it was {was}",
        "its body is of another media type",
    ),
    "nothing-sent": _kind(
        "fix",
        "{what}, with nothing to put into its body, sends {now}; it was {was}",
        "a body with nothing in it is left out, or is sent all the same",
    ),
    "accept-changed": _kind(
        None,
        "{what} asks for {now} now; it was {was}",
        "its answers are asked for in other media types",
        "fix",
    ),
    "status-changed": _kind(
        None,
        "{what} succeeds with {now} now; it was {was}",
        "answers of other statuses are no errors",
        "fix",
    ),
    "stream-added": _kind(
        None,
        "{what} gives {now} now",
        "the items of what `client.stream` gives are described",
        "additive",
    ),
    "stream-removed": _kind(
        None,
        "{what} gives items of no type any more; it was {was}",
        "the items of what `client.stream` gives are not described any more",
        "breaking",
    ),
    "items-changed": _kind(
        None,
        "{what} gives the items in {now} of a page now; before, {was}",
        "what is gone through is another list, and the old one still comes",
        "breaking",
    ),
    "items-moved": _kind(
        None,
        "{what} finds the items of a page in {now} now; it was {was}",
        "the same items stand elsewhere in each page",
        "fix",
    ),
    "pages-changed": _kind(
        "fix",
        "{what} finds the next page by {now} now; it was {was}",
        "the next page is asked for in another way",
    ),
    "credentials-more": _kind(
        "breaking",
        "{what} needs {now} of the client; it was {was}",
        "a call needs credentials that it did not need",
    ),
    "credentials-fewer": _kind(
        "additive",
        "{what} needs {now} of the client; it was {was}",
        "a call can do with other or fewer credentials, too",
    ),
    "credentials-preferred": _kind(
        "fix",
        "{what} looks for {now} of the client, in this order; it was {was}",
        "of credentials that are enough each, others are sent where there are several",
    ),
    "scheme-changed": _kind(
        "fix",
        "{what} is for {now} now; it was for {was}",
        "credentials of the same type, sent the same way, are for another scheme",
    ),
    "tokens-known": _kind(
        "additive",
        "{what}, gets tokens from {now} now; it was not known from where",
        "the description says where tokens are to be had",
    ),
    "tokens-unknown": _kind(
        "breaking",
        "{what}, has to say where tokens are to be had; it was {was}",
        "the description does not say any more where tokens are to be had",
    ),
    "tokens-moved": _kind(
        "fix",
        "{what}, gets tokens from {now} now; it was {was}",
        "tokens are to be had somewhere else",
    ),
    "scopes-changed": _kind(
        "fix",
        "{what} gets tokens for the scopes {now} now; it was {was}",
        "tokens are asked for with other scopes, if the caller names none",
    ),
    "error-added": _kind(
        None,
        "{what} is {now} now; it was not read",
        "`error` of an `ApiError` is a model, and was None",
        "additive",
    ),
    "error-removed": _kind(
        None,
        "{what} is not read any more; it was {was}",
        "`error` of an `ApiError` is None, and was a model",
        "breaking",
    ),
    "error-changed": _kind(
        None,
        _TYPE,
        "`error` of an `ApiError` is another model",
        "breaking",
    ),
    # --- what is read
    "reading-changed": _kind(
        None,
        "{what} can be {now} now where it was {was}",
        "another branch is taken for the same answer",
        "breaking",
    ),
    "reading-beside": _kind(
        None,
        "{what} can be {now} now where it was {was} and its discriminator says neither",
        "the same, of a value of a discriminator that no description has a word of",
        "fix",
    ),
    "tag-added": _kind(
        None,
        "{what} is {now}, too",
        "a discriminator knows one more value",
        "additive",
    ),
    "tag-removed": _kind(
        None,
        "{what} is no longer known to be {was}",
        "a discriminator knows one value less, and what has it is read as before",
        "fix",
    ),
    # --- fields
    "field-added": _kind(
        "additive",
        "{what} is new",
        "it is there, and can be left out",
        "additive",
    ),
    "field-added-required": _kind(
        "breaking",
        "{what} is new, and has to be given",
        "it is there, and cannot be left out",
    ),
    "field-removed": _kind("breaking", "{what} is gone", "it is gone", "breaking"),
    "field-renamed": _kind(
        "breaking",
        "{what} is called {now} now",
        "the same name on the wire, or part of the path, is another in Python",
        "breaking",
    ),
    "order-changed": _kind(
        "breaking",
        "{what} takes its arguments in another order",
        "an argument that can be given without its name has another place",
    ),
    "field-required": _kind(
        "breaking",
        "{what} has to be given now",
        "it could be left out",
    ),
    "field-optional": _kind(
        "additive",
        "{what} can be left out now",
        "it had to be given",
    ),
    "field-moved": _kind(
        "fix",
        "{what} is {now} on the wire now; it was {was}",
        "it has another name on the wire, or another place there",
        "fix",
    ),
    "style-changed": _kind(
        "fix",
        "{what} is written {now} now; before, {was}",
        "it is written in another way in the same place",
    ),
    "field-promised": _kind(
        "fix",
        "{what} always comes now, as is described",
        "only strict reading asks for it",
        "fix",
    ),
    "field-not-promised": _kind(
        "fix",
        "{what} does not always come any more, as is described",
        "only strict reading asked for it: its type had None before",
        "fix",
    ),
    "type-narrower": _kind("breaking", _TYPE, "its type has less in it", "additive"),
    "type-wider": _kind("additive", _TYPE, "its type has more in it", "breaking"),
    "type-changed": _kind("breaking", _TYPE, "its type is another", "breaking"),
    "value-added": _kind(
        "additive",
        "{what} can be {now} now",
        "an enumeration has one more value",
        "additive",
    ),
    "value-removed": _kind(
        "breaking",
        "{what} is {was} no longer",
        "an enumeration has one value less; what comes in can be any other already",
        "fix",
    ),
    "values-named": _kind(
        "fix",
        "{what} can be anything, and names other values now",
        "its type names other values, none or some, beside a type that has them all",
        "fix",
    ),
    "secret-shown": _kind(
        "breaking",
        "{what} is no secret any more: it is shown where it is printed or logged",
        "its format was `password`",
        "breaking",
    ),
    "secret-masked": _kind(
        "fix",
        "{what} is a secret now: it is masked where it is printed or logged",
        "its format is `password`",
        "fix",
    ),
    "null-sent": _kind(
        "breaking",
        "{what}: None is sent as null now; it was left out",
        "`None` stands for null, and stood for nothing",
    ),
    "null-left-out": _kind(
        "breaking",
        "{what}: None is left out now; it was sent as null",
        "`None` stands for nothing, and stood for null",
    ),
    "default-changed": _kind(
        "breaking",
        "{what} is {now} where it is left out; it was {was}",
        "a default of a signature is another",
    ),
    "default-told": _kind(
        "fix",
        "the default that is told of {what} is {now}; it was {was}",
        "the description names another default, which the server sets",
        "fix",
    ),
    # --- rules
    "rule-added": _kind("breaking", "{what} now {now}", "it was not checked"),
    "rule-removed": _kind(
        "additive",
        "{what}: the rule is gone that it {was}",
        "it is not checked any more",
    ),
    "rule-narrower": _kind("breaking", _RULE, "more is refused"),
    "rule-wider": _kind("additive", _RULE, "less is refused"),
    "rule-changed": _kind(
        "breaking",
        _RULE,
        "other values are refused, or it cannot be told that they are not",
    ),
    "advice-changed": _kind(
        "fix",
        "{what}: the advice on it is another",
        "an `Advice` is given, or not, where it was not, or was",
    ),
    "payload-refused": _kind(
        None,
        "{what} can refuse a payload that it took",
        "another payload breaks its description, and is an `InvalidPayload`",
        "breaking",
    ),
    "payload-taken": _kind(
        None,
        "{what} can take a payload that it refused",
        "a payload that was an `InvalidPayload` is none",
        "additive",
    ),
    # --- words
    "deprecated": _kind(
        "additive",
        "{what} is deprecated now",
        "it is to be used no more, and works",
        "additive",
    ),
    "not-deprecated": _kind(
        "fix", "{what} is not deprecated any more", "it can be used again", "fix"
    ),
    "docs": _kind(
        "fix",
        "{what} is told of in other words",
        "the docstring is another",
        "fix",
    ),
    # --- the rest
    "alias-left": _kind(
        "additive",
        "{what} is called {now} now; its old name works, and is deprecated",
        "`fragmint rename` has given it another name, and left the old one",
        "additive",
    ),
    "alias-removed": _kind(
        "breaking",
        "{what} is gone, which was deprecated; it is called {now}",
        "`fragmint rename --drop` has taken an old name away",
        "breaking",
    ),
    "name-added": _kind("additive", "{what} is new", "the package has one more name"),
    "name-removed": _kind("breaking", "{what} is gone", "a name cannot be imported"),
    "name-renamed": _kind(
        "breaking",
        "{what} is called {now} now",
        "a class has another name",
    ),
    "name-moved": _kind(
        "breaking",
        "{what} is in {now} now; it was in {was}",
        "a name is in another module of the package",
    ),
    "package-added": _kind("additive", "{what} is new", "the package is new"),
    "package-moved": _kind(
        "breaking",
        "{what} is {now} now: every import of it is another",
        "the package has another name, or is in another folder",
    ),
    "package-removed": _kind("breaking", "{what} is gone", "the package is gone"),
    "otherwise": _kind(
        "fix",
        "{what} is sent or read otherwise",
        "what goes over the wire is another, or is read in another way",
    ),
    "samples-changed": _kind(
        "fix",
        "{what} makes up other samples",
        "what `testing` makes for a test that does not say what it needs is another",
    ),
    "runtime-changed": _kind(
        "fix",
        "{what} is that of another fragmint",
        "what all packages have in common, whose names are compared like others",
    ),
    "made-otherwise": _kind(
        "fix",
        "{what} is made by another fragmint, which writes {now} otherwise",
        "the same description is written otherwise, and nothing above says why",
    ),
    "inside": _kind(
        "fix",
        "{what} is another inside, where no caller sees it",
        "a check refuses the same of whatever can be given",
    ),
    "unexplained": _kind(
        "breaking",
        "{what} does something else, and it cannot be told what",
        "a check or a reader is another, and nothing above says why",
    ),
}
"""By code."""

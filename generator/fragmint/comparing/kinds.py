"""The kinds of changes: what each means for a caller, and how it is told.

A row says it of what a caller gives (`sent`) and of what a caller gets (`received`). It
breaks a caller if code that was right does not type-check any more, or is refused, or
gets something else than it did. What only the server sees is not among that: the
package says to it what the description says.
"""

from __future__ import annotations

from .severities import Kind

__all__ = ["KINDS"]

_TYPE = "{what} is {now} now; it was {was}"
_RULE = "{what} {now}; before, it {was}"

KINDS: dict[str, Kind] = {
    # --- operations
    "operation-added": Kind("additive", "{what} is new", "a method is there"),
    "operation-removed": Kind("breaking", "{what} is gone", "a method is gone"),
    "operation-renamed": Kind(
        "breaking",
        "{what} is called {now} now",
        "the same method and path have another name in Python",
    ),
    "operation-moved": Kind(
        "fix",
        "{what} sends {now}; it was {was}",
        "a method sends another HTTP method, or to another path or server",
    ),
    "not-repeated": Kind(
        "breaking",
        "{what} is not sent again by itself now where it fails",
        "its method is not idempotent, or has no header for a key, and was or had",
    ),
    "media-changed": Kind(
        "fix",
        "{what} sends {now} now; it was {was}",
        "its body is of another media type",
    ),
    "nothing-sent": Kind(
        "fix",
        "{what}, with nothing to put into its body, sends {now}; it was {was}",
        "a body with nothing in it is left out, or is sent all the same",
    ),
    "accept-changed": Kind(
        None,
        "{what} asks for {now} now; it was {was}",
        "its answers are asked for in other media types",
        "fix",
    ),
    "status-changed": Kind(
        None,
        "{what} succeeds with {now} now; it was {was}",
        "answers of other statuses are no errors",
        "fix",
    ),
    "stream-added": Kind(
        None,
        "{what} gives {now} now",
        "the items of what `client.stream` gives are described",
        "additive",
    ),
    "stream-removed": Kind(
        None,
        "{what} gives items of no type any more; it was {was}",
        "the items of what `client.stream` gives are not described any more",
        "breaking",
    ),
    "items-changed": Kind(
        None,
        "{what} gives the items in {now} of a page now; before, {was}",
        "what is gone through is another list, and the old one still comes",
        "breaking",
    ),
    "items-moved": Kind(
        None,
        "{what} finds the items of a page in {now} now; it was {was}",
        "the same items stand elsewhere in each page",
        "fix",
    ),
    "pages-changed": Kind(
        "fix",
        "{what} finds the next page by {now} now; it was {was}",
        "the next page is asked for in another way",
    ),
    "credentials-more": Kind(
        "breaking",
        "{what} needs {now} of the client; it was {was}",
        "a call needs credentials that it did not need",
    ),
    "credentials-fewer": Kind(
        "additive",
        "{what} needs {now} of the client; it was {was}",
        "a call can do with other or fewer credentials, too",
    ),
    "credentials-preferred": Kind(
        "fix",
        "{what} looks for {now} of the client, in this order; it was {was}",
        "of credentials that are enough each, others are sent where there are several",
    ),
    "scheme-changed": Kind(
        "fix",
        "{what} is for {now} now; it was for {was}",
        "credentials of the same type, sent the same way, are for another scheme",
    ),
    "tokens-known": Kind(
        "additive",
        "{what}, gets tokens from {now} now; it was not known from where",
        "the description says where tokens are to be had",
    ),
    "tokens-unknown": Kind(
        "breaking",
        "{what}, has to say where tokens are to be had; it was {was}",
        "the description does not say any more where tokens are to be had",
    ),
    "tokens-moved": Kind(
        "fix",
        "{what}, gets tokens from {now} now; it was {was}",
        "tokens are to be had somewhere else",
    ),
    "scopes-changed": Kind(
        "fix",
        "{what} gets tokens for the scopes {now} now; it was {was}",
        "tokens are asked for with other scopes, if the caller names none",
    ),
    "error-added": Kind(
        None,
        "{what} is {now} now; it was not read",
        "`error` of an `ApiError` is a model, and was None",
        "additive",
    ),
    "error-removed": Kind(
        None,
        "{what} is not read any more; it was {was}",
        "`error` of an `ApiError` is None, and was a model",
        "breaking",
    ),
    "error-changed": Kind(
        None,
        _TYPE,
        "`error` of an `ApiError` is another model",
        "breaking",
    ),
    # --- what is read
    "reading-changed": Kind(
        None,
        "{what} can be {now} now where it was {was}",
        "another branch is taken for the same answer",
        "breaking",
    ),
    "reading-beside": Kind(
        None,
        "{what} can be {now} now where it was {was} and its discriminator says neither",
        "the same, of a value of a discriminator that no description has a word of",
        "fix",
    ),
    "tag-added": Kind(
        None,
        "{what} is {now}, too",
        "a discriminator knows one more value",
        "additive",
    ),
    "tag-removed": Kind(
        None,
        "{what} is no longer known to be {was}",
        "a discriminator knows one value less, and what has it is read as before",
        "fix",
    ),
    # --- fields
    "field-added": Kind(
        "additive",
        "{what} is new",
        "it is there, and can be left out",
        "additive",
    ),
    "field-added-required": Kind(
        "breaking",
        "{what} is new, and has to be given",
        "it is there, and cannot be left out",
    ),
    "field-removed": Kind("breaking", "{what} is gone", "it is gone", "breaking"),
    "field-renamed": Kind(
        "breaking",
        "{what} is called {now} now",
        "the same name on the wire, or part of the path, is another in Python",
        "breaking",
    ),
    "order-changed": Kind(
        "breaking",
        "{what} takes its arguments in another order",
        "an argument that can be given without its name has another place",
    ),
    "field-required": Kind(
        "breaking",
        "{what} has to be given now",
        "it could be left out",
    ),
    "field-optional": Kind(
        "additive",
        "{what} can be left out now",
        "it had to be given",
    ),
    "field-moved": Kind(
        "fix",
        "{what} is {now} on the wire now; it was {was}",
        "it has another name on the wire, or another place there",
        "fix",
    ),
    "style-changed": Kind(
        "fix",
        "{what} is written {now} now; before, {was}",
        "it is written in another way in the same place",
    ),
    "field-promised": Kind(
        "fix",
        "{what} always comes now, as is described",
        "only strict reading asks for it",
        "fix",
    ),
    "field-not-promised": Kind(
        "fix",
        "{what} does not always come any more, as is described",
        "only strict reading asked for it: its type had None before",
        "fix",
    ),
    "type-narrower": Kind("breaking", _TYPE, "its type has less in it", "additive"),
    "type-wider": Kind("additive", _TYPE, "its type has more in it", "breaking"),
    "type-changed": Kind("breaking", _TYPE, "its type is another", "breaking"),
    "value-added": Kind(
        "additive",
        "{what} can be {now} now",
        "an enumeration has one more value",
        "additive",
    ),
    "value-removed": Kind(
        "breaking",
        "{what} is {was} no longer",
        "an enumeration has one value less; what comes in can be any other already",
        "fix",
    ),
    "values-named": Kind(
        "fix",
        "{what} can be anything, and names other values now",
        "its type names other values, none or some, beside a type that has them all",
        "fix",
    ),
    "secret-shown": Kind(
        "breaking",
        "{what} is no secret any more: it is shown where it is printed or logged",
        "its format was `password`",
        "breaking",
    ),
    "secret-masked": Kind(
        "fix",
        "{what} is a secret now: it is masked where it is printed or logged",
        "its format is `password`",
        "fix",
    ),
    "null-sent": Kind(
        "breaking",
        "{what}: None is sent as null now; it was left out",
        "`None` stands for null, and stood for nothing",
    ),
    "null-left-out": Kind(
        "breaking",
        "{what}: None is left out now; it was sent as null",
        "`None` stands for nothing, and stood for null",
    ),
    "default-changed": Kind(
        "breaking",
        "{what} is {now} where it is left out; it was {was}",
        "a default of a signature is another",
    ),
    "default-told": Kind(
        "fix",
        "the default that is told of {what} is {now}; it was {was}",
        "the description names another default, which the server sets",
        "fix",
    ),
    # --- rules
    "rule-added": Kind("breaking", "{what} now {now}", "it was not checked"),
    "rule-removed": Kind(
        "additive",
        "{what}: the rule is gone that it {was}",
        "it is not checked any more",
    ),
    "rule-narrower": Kind("breaking", _RULE, "more is refused"),
    "rule-wider": Kind("additive", _RULE, "less is refused"),
    "rule-changed": Kind(
        "breaking",
        _RULE,
        "other values are refused, or it cannot be told that they are not",
    ),
    "advice-changed": Kind(
        "fix",
        "{what}: the advice on it is another",
        "an `Advice` is given, or not, where it was not, or was",
    ),
    "payload-refused": Kind(
        None,
        "{what} can refuse a payload that it took",
        "another payload breaks its description, and is an `InvalidPayload`",
        "breaking",
    ),
    "payload-taken": Kind(
        None,
        "{what} can take a payload that it refused",
        "a payload that was an `InvalidPayload` is none",
        "additive",
    ),
    # --- words
    "deprecated": Kind(
        "additive",
        "{what} is deprecated now",
        "it is to be used no more, and works",
        "additive",
    ),
    "not-deprecated": Kind(
        "fix", "{what} is not deprecated any more", "it can be used again", "fix"
    ),
    "docs": Kind(
        "fix",
        "{what} is told of in other words",
        "the docstring is another",
        "fix",
    ),
    # --- the rest
    "alias-left": Kind(
        "additive",
        "{what} is called {now} now; its old name works, and is deprecated",
        "`fragmint rename` has given it another name, and left the old one",
        "additive",
    ),
    "alias-removed": Kind(
        "breaking",
        "{what} is gone, which was deprecated; it is called {now}",
        "`fragmint rename --drop` has taken an old name away",
        "breaking",
    ),
    "name-added": Kind("additive", "{what} is new", "the package has one more name"),
    "name-removed": Kind("breaking", "{what} is gone", "a name cannot be imported"),
    "name-renamed": Kind(
        "breaking",
        "{what} is called {now} now",
        "a class has another name",
    ),
    "name-moved": Kind(
        "breaking",
        "{what} is in {now} now; it was in {was}",
        "a name is in another module of the package",
    ),
    "package-added": Kind("additive", "{what} is new", "the package is new"),
    "package-moved": Kind(
        "breaking",
        "{what} is {now} now: every import of it is another",
        "the package has another name, or is in another folder",
    ),
    "package-removed": Kind("breaking", "{what} is gone", "the package is gone"),
    "otherwise": Kind(
        "fix",
        "{what} is sent or read otherwise",
        "what goes over the wire is another, or is read in another way",
    ),
    "samples-changed": Kind(
        "fix",
        "{what} makes up other samples",
        "what `testing` makes for a test that does not say what it needs is another",
    ),
    "runtime-changed": Kind(
        "fix",
        "{what} is that of another fragmint",
        "what all packages have in common, whose names are compared like others",
    ),
    "made-otherwise": Kind(
        "fix",
        "{what} is made by another fragmint, which writes {now} otherwise",
        "the same description is written otherwise, and nothing above says why",
    ),
    "inside": Kind(
        "fix",
        "{what} is another inside, where no caller sees it",
        "a check refuses the same of whatever can be given",
    ),
    "unexplained": Kind(
        "breaking",
        "{what} does something else, and it cannot be told what",
        "a check or a reader is another, and nothing above says why",
    ),
}
"""By code."""

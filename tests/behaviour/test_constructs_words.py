"""What is said of a broken rule: the nearest words, in which case, and of what."""

from __future__ import annotations

from typing import Any

import pytest

from .constructs import Package, make

HEAD = """
paths:
  /orders:
    post:
      operationId: save
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              description: An order.
              properties:
"""
REST = """
      responses: {"204": {description: None}}
components:
  schemas:
    Number: {type: string, pattern: "^[0-9]+$"}
    Holder: {type: object, properties: {firstName: {type: string, minLength: 2}, from: {type: string}}, dependentRequired: {from: [firstName]}}
    Card: {type: object, required: [kind, number], properties: {kind: {const: card}, number: {type: string, format: password, minLength: 4}, holder: {$ref: "#/components/schemas/Holder"}}}
    Invoice: {type: object, required: [kind, street], properties: {kind: {enum: [invoice, bill]}, street: {type: string}}}
    Rule: {description: The rule says so., dependentRequired: {c: [b]}}
"""


def made(properties: str, rules: str) -> Package:
    """A package with one operation: its properties, and the rules of its body."""
    indent = " " * 16
    lines = [f"{indent}  {line}" for line in properties.splitlines()]
    lines += [f"{indent[2:]}{line}" for line in rules.splitlines()]
    return make(HEAD + "\n".join(lines) + REST)


def told(package: Package, **given: Any) -> list[str]:
    return [f"{one.where}: {one.message}" for one in package.refused("Save", **given)]


ABC = "a: {}\nb: {}\nc: {}\nd: {type: object}"


@pytest.mark.parametrize(
    ("rule", "given", "said"),
    [
        ("minProperties: 2", {"a": 1}, "the request: must have 2 properties or more"),
        ("maxProperties: 1", {"a": 1, "b": 1}, "the request: must have 1 property or"),
        ("not: {required: [a, b]}", {"a": 1, "b": 1}, "the request: a and b must not"),
        ("not: {minProperties: 1}", {"a": 1}, "the request: must not be {'a': 1}"),
        ("anyOf: [{required: [a]}, {minProperties: 2}]", {"b": 1}, "the request: must"),
        ("oneOf: [{required: [a]}, {required: [b]}]", {}, "the request: exactly one"),
        ("propertyNames: {maxLength: 0}", {"a": 1}, "a: must be named otherwise"),
        ("required: [d]", {"d": None}, "d: must be given"),
        ("dependentRequired: {a: [b]}", {"a": 1}, "b: must be given because a is"),
        ("properties: {a: {maximum: 1}}", {"a": 2}, "a: must be at most 1, not 2"),
        ("properties: {a: {items: {maximum: 1}}}", {"a": [2]}, "a[0]: must be at most"),
        ("properties: {d: {required: [x]}}", {"d": {}}, "d['x']: must be given"),
        (
            "properties: {a: {items: {properties: {x: {maximum: 1}}}}}",
            {"a": [{"x": 2}]},
            "a[0]['x']: must be at most 1",
        ),
        ("additionalProperties: {maximum: 1}", {"a": 2}, "a: must be at most 1"),
        (
            "patternProperties: {^a: {maximum: 1}}",
            {"a": 2},
            "a: must be at most 1, not 2",
        ),
    ],
)
def test_a_member_is_quoted_for_every_rule_in_it(
    rule: str, given: dict[str, Any], said: str
) -> None:
    package = made(ABC, f"allOf: [{{description: So it is said., {rule}}}]")
    (message,) = told(package, **given)
    assert message.startswith(said)
    assert message.endswith(' - "So it is said."')


def test_the_nearest_description_is_quoted() -> None:
    package = made(
        "a: {type: array, description: All., items: {description: One., maximum: 1}}\n"
        "b: {description: The value., allOf: [{description: A part., maximum: 1}, {minimum: 0}]}\nc: {}",
        "minProperties: 1\nallOf: [{$ref: '#/components/schemas/Rule'}]",
    )
    assert told(package) == [
        'the request: must have 1 property or more, not {} - "An order."',
    ]
    assert told(package, c=1) == ['b: must be given because c is - "The rule says so."']
    assert told(package, a=[2], b=2) == [
        'a[0]: must be at most 1, not 2 - "One."',
        'b: must be at most 1, not 2 - "A part."',
    ]
    assert told(package, b=-1) == ['b: must be at least 0, not -1 - "The value."']


def test_a_blank_description_has_no_words() -> None:
    rule = 'allOf: [{description: " ", minProperties: 2}]'
    (message,) = told(made(ABC, rule), a=1)
    assert message.endswith(' - "An order."')


@pytest.mark.parametrize(
    ("asked", "value", "said"),
    [
        ("{minimum: 3}", 3, "is at least 3 or not a number"),
        ("{maximum: 3}", 3, "is at most 3 or not a number"),
        ("{exclusiveMinimum: 3}", 4, "is more than 3 or not a number"),
        ("{exclusiveMaximum: 3}", 2, "is less than 3 or not a number"),
        ("{multipleOf: 3}", 3, "is a multiple of 3 or not a number"),
        ("{minimum: 3, maximum: 5}", 4, "is at least 3 and at most 5 or not a number"),
        ("{pattern: ^roof}", "roof", "matches ^roof or is not a string"),
        ("{minLength: 3}", "abc", "is 3 characters long or longer or not a string"),
        ("{maxLength: 1}", "a", "is 1 character long or shorter or not a string"),
        ("{type: integer}", 5, "is an integer"),
        ("{type: string, format: date}", "2026-01-31", "is a string and a valid date"),
        ("{minItems: 2}", [1, 2], "is a list of 2 or more or not a list"),
        ("{maxItems: 1}", [1], "is a list of 1 or fewer or not a list"),
        ("{const: x}", "x", "is 'x'"),
        ("{enum: [x, y]}", "y", "is 'x' or 'y'"),
        ("{not: {const: x}}", "y", "is not 'x'"),
        ("{not: {pattern: ^roof}}", "y", "does not match ^roof"),
        ("{not: {minimum: 3}}", 2, "is not at least 3"),
        ("{anyOf: [{const: x}, {const: 5}]}", 5, "is 'x' or 5"),
        (
            "{allOf: [{minimum: 3}, {maximum: 5}]}",
            4,
            "is at least 3 and at most 5 or not a number",
        ),
        ("{$ref: '#/components/schemas/Number'}", "55", "fits Number"),
    ],
)
def test_a_condition_is_said_in_words(asked: str, value: object, said: str) -> None:
    rule = f"if: {{required: [a], properties: {{a: {asked}}}}}\nthen: {{required: [b]}}"
    (message,) = told(made(ABC, rule), a=value)
    assert message == f'b: must be given because a {said} - "An order."'
    alone = f"if: {{properties: {{a: {asked}}}}}\nthen: {{required: [b]}}"
    (message,) = told(made(ABC, alone))
    assert message == f'b: must be given because a is not given or {said} - "An order."'


@pytest.mark.parametrize(
    ("types", "asked", "value", "said"),
    [
        ("integer", "minimum: 3", 3, "is at least 3"),
        ("string", "pattern: ^roof", "roof", "matches ^roof"),
        ("array", "maxItems: 1", [1], "is a list of 1 or fewer"),
        ("[number, 'null']", "minimum: 3", 3, "is at least 3 or None"),
        ("[string, integer]", "minimum: 3", "x", "is at least 3 or a string"),
        ("[string, array, 'null']", "minimum: 3", "x", "is at least 3 or not a number"),
    ],
)
def test_what_is_of_another_type_than_is_looked_at_passes(
    types: str, asked: str, value: object, said: str
) -> None:
    rule = f"if: {{required: [a], properties: {{a: {{{asked}}}}}}}\nthen: {{required: [b]}}"
    package = made(ABC.replace("a: {}", f"a: {{type: {types}}}"), rule)
    assert told(package, a=value) == [
        f'b: must be given because a {said} - "An order."'
    ]


def test_a_condition_that_looks_at_several_types_has_no_words() -> None:
    asked = "{minimum: 3, minLength: 3}"
    rule = f"if: {{required: [a], properties: {{a: {asked}}}}}\nthen: {{required: [b]}}"
    assert told(made(ABC, rule), a=3) == ['b: must be given - "An order."']


WORDS = [
    ("contains: {const: x}", ["x"], "a list with 'x' in it"),
    ("items: {enum: [x, y]}", ["x"], "a list of which each is 'x' or 'y'"),
    ("propertyNames: {maxLength: 2}", {"x": 1}, "a mapping whose names are 2 char"),
    ("required: [x, y]", {"x": 1, "y": 1}, "a mapping with x and y"),
    (
        "required: [x], properties: {x: {const: 5}, y: {const: 6}}",
        {"x": 5},
        "a mapping with x 5 and y left out or 6",
    ),
    (
        "required: [x], properties: {x: {type: integer, minimum: 5}}",
        {"x": 5},
        "a mapping with x an integer and at least 5",
    ),
    ("contains: {required: [x]}", [{"x": 1}], ""),  # what is no object has it, too
    ("contains: {minimum: 5}", [5], ""),
    ("contains: {const: x}, minContains: 2", ["x", "x"], ""),
    ("contains: {$ref: '#/components/schemas/Number'}", ["5"], "a list with what fits"),
    ("required: [x], properties: {x: {format: date}}", {"x": 5}, ""),
]


@pytest.mark.parametrize(("asked", "value", "said"), WORDS)
def test_a_condition_on_what_is_in_a_value_is_said(
    asked: str, value: object, said: str
) -> None:
    then = f"if: {{required: [a], properties: {{a: {{{asked}}}}}}}\nthen: {{required: [b]}}"
    kind = "array" if isinstance(value, list) else "object"
    typed = ABC.replace("a: {}", f"a: {{type: {kind}}}")
    (message,) = told(made(typed, then), a=value)
    because = f" because a is {said}" if said else ' - "'
    assert message.startswith(f"b: must be given{because}")
    (message,) = told(made(ABC, then), a=value)
    assert message.startswith(f"b: must be given{because}")
    kind = "a list" if kind == "array" else "a mapping"
    assert message.endswith(f'{f" or not {kind}" if said else ""} - "An order."')


def test_what_is_to_be_in_a_list_and_how_properties_are_named_is_said() -> None:
    package = made("a: {contains: {const: x}}\nb: {contains: {minimum: 5}}", "")
    assert told(package, a=[], b=[]) == [
        "a: must have an item that is 'x', not []",
        "b: must have an item that is at least 5 or not a number, not []",
    ]
    package = made("a: {propertyNames: {enum: [x, y]}}", "")
    assert told(package, a={"z": 1}) == [
        "a['z']: must be named otherwise: a name is 'x' or 'y', which 'z' is not"
    ]
    package = made("a: {propertyNames: {format: date}}", "")
    assert told(package, a={"z": 1}) == [
        "a['z']: must be named otherwise: a name is a valid date, which 'z' is not"
    ]


CONTAINED = [
    ("contains: {pattern: ^z}", [], "have an item that is text that matches ^z or not"),
    (
        "items: {type: string}, contains: {pattern: ^z}",
        [],
        "have an item that is text that matches ^z, not []",
    ),
    ("contains: {format: date}, items: {type: string}", [], "have an item that is a v"),
    ("contains: {minimum: 5, minLength: 5}", [], "have an item of the kind that is d"),
    (
        "contains: {const: x}, minContains: 2",
        ["x"],
        "have 2 items or more of this kind: 'x', not ['x']",
    ),
    (
        "contains: {type: integer, minimum: 5}, maxContains: 1",
        [5, 6],
        "have 1 item or fewer of this kind: an integer and at least 5, not [5, 6]",
    ),
    (
        "contains: {minimum: 5, minLength: 5}, maxContains: 1",
        [5, 6],
        "have 1 item or fewer of the kind that is described, not [5, 6]",
    ),
    ("not: {contains: {const: x}}", ["x", "y"], "not have an item that is 'x'"),
    (
        "type: array, not: {contains: {pattern: ^z}}, items: {type: string}",
        ["z"],
        "not have an item that is text that matches ^z",
    ),
    ("not: {contains: {const: x}, minContains: 2}", ["x", "x"], "not be ['x', 'x']"),
]


@pytest.mark.parametrize(("asked", "value", "said"), CONTAINED)
def test_of_which_kind_items_are_to_be_is_said(
    asked: str, value: list[Any], said: str
) -> None:
    (message,) = told(made(f"a: {{{asked}}}", ""), a=value)
    assert message.startswith(f"a: must {said}")


@pytest.mark.parametrize(
    "asked",
    [
        "maxContains: 1, contains: {const: hunter2}",
        "not: {contains: {const: hunter2}}",
    ],
)
def test_of_secrets_it_is_not_said_of_which_kind_they_are(asked: str) -> None:
    package = made(f"a: {{items: {{format: password}}, {asked}}}", "")
    (message,) = told(package, a=["hunter2", "hunter2"])
    assert message.endswith(" ***")
    assert "hunter2" not in message


def test_what_looks_at_no_type_alike_is_not_said() -> None:
    asked = "{contains: {const: x}, required: [y]}"
    rule = f"if: {{required: [a], properties: {{a: {asked}}}}}\nthen: {{required: [b]}}"
    assert told(made(ABC, rule), a=5) == ['b: must be given - "An order."']


def test_what_is_of_another_type_is_no_reason() -> None:
    rule = (
        "if: {required: [a, d], properties: {a: {minimum: 3}}}\nthen: {required: [b]}"
    )
    package = made(ABC.replace("a: {}", "a: {type: integer}"), rule)
    assert told(package, a=3, d={}) == [
        'b: must be given because d is given and a is at least 3 - "An order."'
    ]
    assert told(package, a="3", d={}) == [
        "a: must be an integer, not '3'",
        'b: must be given because d is given - "An order."',
    ]


def test_conditions_within_conditions() -> None:
    rule = "if: {required: [a]}\nthen: {if: {not: {required: [b]}}, then: {required: [c]}, else: {required: [d]}}"
    package = made(ABC, rule)
    assert told(package, a=1) == [
        'c: must be given because a is given and b is not given - "An order."'
    ]
    assert told(package, a=1, b=1) == [
        'd: must be given because a is given unless b is not given - "An order."'
    ]
    either = "if: {anyOf: [{required: [a], properties: {a: {minimum: 3}}}, {required: [b]}]}\nthen: {required: [c]}"
    assert told(made(ABC.replace("a: {}", "a: {type: integer}"), either), b=1) == [
        'c: must be given because a is at least 3 or b is given - "An order."'
    ]


PAYMENT = "payment: {description: How it is paid., %s: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Invoice'}]}"


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_a_tag_that_is_implied_tells_the_branch(keyword: str) -> None:
    package = made(PAYMENT % keyword, "")
    known = "'card', 'invoice' or 'bill'"
    assert told(package, payment={"kind": "cash"}) == [
        f"payment['kind']: must be {known}, not 'cash' - \"How it is paid.\""
    ]
    assert told(package, payment={"number": "5"}) == [
        f"payment['kind']: must be given: {known} - \"How it is paid.\""
    ]
    assert told(package, payment={"kind": "bill"}) == [
        "payment['street']: must be given"
    ]
    card, holder = package.Card, package.Holder
    assert told(package, payment=card(kind="card", number="5")) == [
        "payment.number: must be 4 characters long or longer, not ***"
    ]
    given = card(kind="card", number="1234", holder=holder(first_name="x"))
    assert told(package, payment=given) == [
        "payment.holder.first_name: must be 2 characters long or longer, not 'x'"
    ]
    (violation,) = package.refused("Save", payment={"kind": "cash"})
    assert violation.path == ("payment", "kind")
    assert violation.pointer.endswith("/properties/payment")


A = "{type: object, required: [kind, x], properties: {kind: {const: a}, x: {}}}"
B = "{type: object, required: [kind, y], properties: {kind: {const: b}, y: {}}}"
ADVICE = "x-fragmint-severity: advice"


@pytest.mark.parametrize("other", ["const: {kind: a}", "enum: [{kind: a}, [1], 1]"])
def test_an_object_that_is_a_constant_is_beside_those_with_a_tag(other: str) -> None:
    package = made(f"either: {{anyOf: [{A}, {B}, {{{other}}}]}}", "")
    for sent in ({"kind": "a"}, {"kind": "b", "y": 1}, {"kind": "a", "x": 1}):
        package.built("Save", either=sent)
    (said,) = told(package, either={"kind": "b"})
    assert said.startswith("either: must be at least one of these")


@pytest.mark.parametrize(
    "choice",
    [
        f"oneOf: [{A}, {B}]",
        "discriminator: {propertyName: kind}, anyOf: "
        "[{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Invoice'}]",
    ],
)
def test_a_choice_that_is_advice_refuses_nothing(choice: str) -> None:
    package = made(f"either: {{{ADVICE}, {choice}}}", "")
    known = "a" if "const" in choice else "card"
    with pytest.warns(UserWarning, match="either: must be .* one of these"):
        package.built("Save", either={"kind": known})
    with pytest.warns(UserWarning, match=rf"either\['kind'\]: must be '{known}'"):
        package.built("Save", either={"kind": "q"})


@pytest.mark.parametrize(
    "first",
    [
        f"required: [kind, x], properties: {{kind: {{{ADVICE}, enum: [a]}}}}",
        f"required: [kind, x], properties: {{kind: {{{ADVICE}, allOf: [{{const: a}}]}}}}",
        f"required: [kind, x], allOf: [{{{ADVICE}, properties: {{kind: {{const: a}}}}}}]",
    ],
)
@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_a_tag_that_is_advice_tells_nothing_apart(keyword: str, first: str) -> None:
    package = made(f"either: {{{keyword}: [{{type: object, {first}}}, {B}]}}", "")
    package.built("Save", either={"kind": "b", "x": 1})
    (said,) = told(package, either={"kind": "b"})
    assert said.startswith("either: must be ")


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_constants_tell_the_branch_where_nothing_is_mapped(keyword: str) -> None:
    words = "{description: How it is paid., "
    tells = "{discriminator: {propertyName: kind}, "
    package = made(PAYMENT.replace(words, tells) % keyword, "")
    for kind in ("cash", "Card"):
        (said,) = told(package, payment={"kind": kind})
        assert said.startswith(
            f"payment['kind']: must be 'card', 'invoice' or 'bill', not '{kind}'"
        )
    assert told(package, payment={"kind": "bill"}) == [
        "payment['street']: must be given"
    ]


def test_names_in_an_object_are_those_of_its_model() -> None:
    package = made("holder: {$ref: '#/components/schemas/Holder'}", "")
    assert told(package, holder=package.Holder(from_="x")) == [
        "holder.first_name: must be given because from_ is"
    ]
    assert told(package, holder={"from": "x"}) == [
        "holder['firstName']: must be given because from is"
    ]


def test_what_nothing_is_called_by_is_told_by_its_type() -> None:
    lists = (
        "{type: array, items: {type: integer}}, {type: array, items: {type: string}}"
    )
    others = "{type: object, additionalProperties: {type: null}}, {not: {contains: {}}}"
    package = made(f"a: {{oneOf: [{lists}, {others}, {{title: Any}}]}}", "")
    assert told(package, a=["x"]) == [
        "a: must be exactly one of these: a list; a list (2); a mapping; a value that is"
        " described; Any; not ['x']"
    ]


def test_where_a_model_is_to_be_its_class_is_told() -> None:
    holder = '{$ref: "#/components/schemas/Holder"}'
    rest = f"holders: {{type: array, items: {holder}}}\n"
    rest += f"a: {{type: object, properties: {{b: {holder}}}}}"
    package = made(rest, "")
    told_of = "must be a mapping, not 'x'; "
    assert told(package, holders=["x"]) == [
        f"holders[0]: {told_of}holders takes Sequence[Holder] | None"
    ]
    assert told(package, a=package.SaveA(b="x")) == [
        f"a.b: {told_of}b takes Holder | None"
    ]
    # What is in a mapping has no type that is known of.
    assert told(package, a={"b": "x"}) == [f"a['b']: {told_of}a takes SaveA | None"]


def test_what_is_given_is_told_and_no_value() -> None:
    properties = "secret: {type: string, format: password}\nfrom: {type: string}"
    rule = "oneOf: [{required: [secret]}, {required: [from]}]"
    (violation,) = made(properties, rule).refused("Save", secret="hunter2", from_="x")
    assert violation.message.startswith(
        "exactly one of secret, from_ must be given; both are"
    )
    assert violation.value == ("secret", "from_")
    assert "hunter2" not in repr(violation)


@pytest.mark.parametrize(
    ("described", "asked", "value"),
    [
        ("format: password", "const: hunter2", "hunter2"),
        ("format: password", "enum: [hunter2, hunter3]", "hunter2"),
        ("format: password", "pattern: ^hunter2$", "hunter2"),
        ("items: {format: password}", "contains: {const: hunter2}", ["hunter2"]),
        (
            "properties: {word: {format: password}}",
            "required: [word], properties: {word: {const: hunter2}}",
            {"word": "hunter2"},
        ),
    ],
)
def test_of_a_secret_no_condition_tells_the_value(
    described: str, asked: str, value: object
) -> None:
    properties = f"k: {{{described}}}\nj: {{}}"
    rule = f"if: {{properties: {{k: {{{asked}}}}}, required: [k]}}\nthen: {{required: [j]}}"
    assert told(made(properties, rule), k=value) == [
        'j: must be given because k has a certain value - "An order."'
    ]
    rule = f"if: {{properties: {{k: {{{asked}}}}}}}\nthen: {{required: [j]}}"
    assert told(made(properties, rule)) == [
        'j: must be given because k is not given or has a certain value - "An order."'
    ]

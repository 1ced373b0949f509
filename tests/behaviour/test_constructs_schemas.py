"""Composed, recursive and one-way schemas: what is sent and what is read of each."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from .constructs import Package, make, steps


def both_ways(schemas: str, schema: str) -> Package:
    """A package whose operation `Save` takes and returns `{"it": schema}`."""
    return make(f"""\
paths:
  /it:
    post:
      operationId: save
      requestBody: {{required: true, content: {{application/json: {{schema: {{$ref: "#/components/schemas/It"}}}}}}}}
      responses: {{"200": {{description: It, content: {{application/json: {{schema: {{$ref: "#/components/schemas/It"}}}}}}}}}}
components:
  schemas:
    It: {{type: object, properties: {{it: {schema}}}}}
{schemas}
""")


def read(made: Package, raw: object) -> Any:
    """What `raw` is read as, which has to say the same again."""
    found = made.read("Save", json.dumps({"it": raw})).it
    assert made.plain(found) == raw
    return found


def sent(made: Package, value: object) -> Any:
    return json.loads(made.built("Save", it=value).body)["it"]


# --- unions ---------------------------------------------------------------------------

ANIMALS = """
    Cat: {type: object, required: [meow], properties: {meow: {type: boolean}, age: {type: integer, maximum: 30}}}
    Dog: {type: object, required: [bark], properties: {bark: {type: string, enum: [loud, soft]}}}
"""
CAT_OR_DOG = (
    "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}"
)


def test_the_first_that_checks() -> None:
    made = both_ways(ANIMALS, CAT_OR_DOG)
    assert read(made, {"meow": True}) == made.Cat(meow=True)
    assert read(made, {"bark": "soft"}) == made.Dog(bark="soft")
    assert type(read(made, {"bark": "loud", "tail": 1})) is made.Dog
    assert read(made, {"bark": "loud", "tail": 1}).extra == {"tail": 1}


def test_what_no_member_fits_is_the_first_that_can_be_read() -> None:
    """A server can be ahead of its description."""
    made = both_ways(ANIMALS, CAT_OR_DOG)
    assert type(read(made, {"bark": "odd"})) is made.Cat
    with pytest.warns(made.UnreadableField, match="it is not"):
        assert made.read("Save", '{"it": 5}').extra == {"it": 5}


def test_sending_a_member() -> None:
    made = both_ways(ANIMALS, CAT_OR_DOG)
    assert sent(made, made.CatInput(meow=True)) == {"meow": True}
    assert sent(made, {"bark": "loud"}) == {"bark": "loud"}
    for broken in ({}, {"bark": "odd"}, {"meow": True, "bark": "loud"}, 5):
        assert steps(made.refused("Save", it=broken)) == {("it",): "oneOf"}


def test_lists_and_maps_of_unions() -> None:
    made = both_ways(
        ANIMALS,
        f"{{type: object, additionalProperties: {{type: array, items: {CAT_OR_DOG}}}}}",
    )
    raw = {"a": [{"meow": False}, {"bark": "soft"}], "b": []}
    assert read(made, raw) == {
        "a": [made.Cat(meow=False), made.Dog(bark="soft")],
        "b": [],
    }
    given = {"a": [made.CatInput(meow=False), made.DogInput(bark="soft")], "b": ()}
    assert sent(made, given) == raw


def animals(*members: str) -> Package:
    named = (
        one.replace("Cat", "{$ref: '#/components/schemas/Cat'}") for one in members
    )
    found = (one.replace("Dog", "{$ref: '#/components/schemas/Dog'}") for one in named)
    return both_ways(ANIMALS, f"{{oneOf: [{', '.join(found)}]}}")


LIST = "{type: array, items: %s}"
MAP = "{type: object, additionalProperties: %s}"


def test_members_of_one_type_are_told_apart_by_their_schemas() -> None:
    cat, dog = {"meow": True}, {"bark": "soft"}
    made = animals(LIST % "Cat", LIST % "Dog", LIST % "{type: integer}")
    assert read(made, [cat]) == [made.Cat(meow=True)]
    assert read(made, [dog, dog]) == [made.Dog(bark="soft")] * 2
    assert (read(made, [5]), read(made, [])) == ([5], [])
    # Neither is right, so it is the first that can be read.
    assert [type(one) for one in read(made, [cat, dog])] == [made.Cat, made.Cat]
    made = animals("Cat", MAP % "Dog", MAP % (LIST % "Dog"), MAP % "{}")
    assert read(made, cat) == made.Cat(meow=True)
    assert read(made, {"rex": dog}) == {"rex": made.Dog(bark="soft")}
    assert read(made, {"rex": [dog]}) == {"rex": [made.Dog(bark="soft")]}
    assert read(made, {"rex": 5}) == {"rex": 5}
    made = animals(LIST % "{oneOf: [Cat, {type: integer}]}", LIST % "Dog")
    assert read(made, [cat, 5]) == [made.Cat(meow=True), 5]
    assert read(made, [dog]) == [made.Dog(bark="soft")]


@pytest.mark.parametrize(
    ("members", "raw", "value"),
    [
        ("{enum: [now]}, {type: string, format: date}", "2020-01-02", date(2020, 1, 2)),
        ("{enum: [now]}, {type: string, format: date}", "now", "now"),
        (
            "{enum: [1, a]}, {type: string, format: date}",
            "2020-01-02",
            date(2020, 1, 2),
        ),
        (
            "{type: string}, {type: string, format: date}",
            "2020-01-02",
            date(2020, 1, 2),
        ),
        (
            "{type: array, items: {type: string}}, {type: array, items: {type: string, format: date}}",
            ["2020-01-02"],
            [date(2020, 1, 2)],
        ),
        (
            "{type: object}, {type: object, additionalProperties: {type: string, format: date}}",
            {"a": "2020-01-02"},
            {"a": date(2020, 1, 2)},
        ),
    ],
)
def test_what_takes_everything_comes_last(members: str, raw: Any, value: Any) -> None:
    assert read(animals(members), raw) == value


def test_unions_of_all_kinds() -> None:
    made = both_ways(
        ANIMALS,
        "{anyOf: [{$ref: '#/components/schemas/Cat'}, {type: string, format: date},"
        " {type: string}, {type: integer}, {type: array, items: {type: number}}, {type: 'null'}]}",
    )
    for raw, value in [
        ({"meow": True}, made.Cat(meow=True)),
        ("2020-01-02", date(2020, 1, 2)),
        ("soon", "soon"),
        (5, 5),
        ([1.5], [1.5]),
    ]:
        assert read(made, raw) == value
        assert sent(made, made.plain(value)) == raw
    assert read(made, None) is None
    assert (sent(made, None), json.loads(made.built("Save").body)) == (None, {})


TAGGED = """
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat', kitten: Cat}}
    Cat: {type: object, required: [kind], properties: {kind: {enum: [cat, kitten]}, lives: {type: integer}}}
    Dog: {type: object, required: [kind], properties: {kind: {const: Dog}, lives: {type: integer, minimum: 1}}}
"""
PET = "{$ref: '#/components/schemas/Pet'}"


def test_a_discriminator_decides() -> None:
    made = both_ways(TAGGED, PET)
    for kind in ("cat", "kitten"):
        assert read(made, {"kind": kind, "lives": 9}) == made.Cat(kind=kind, lives=9)
    # By its name, as it is not in the mapping; and though it breaks a rule of a dog's.
    assert read(made, {"kind": "Dog", "lives": 0}) == made.Dog(kind="Dog", lives=0)
    assert sent(made, made.DogInput(kind="Dog", lives=1)) == {"kind": "Dog", "lives": 1}


IMPLIED = TAGGED.replace("      discriminator", "      # discriminator")
NAMED_BY_SCHEMAS = """
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind}
    Cat: {type: object, required: [kind, lives], properties: {kind: {type: string}, lives: {type: integer}}}
    Dog: {type: object, required: [kind, tail], properties: {kind: {type: string}, tail: {type: boolean}}}
"""


@pytest.mark.parametrize("schemas", [TAGGED, IMPLIED, NAMED_BY_SCHEMAS])
def test_a_tag_that_nobody_knows(schemas: str) -> None:
    """What is of no kind that is described is of no class, and stays as it came."""
    made = both_ways(schemas, f"{{type: array, items: {PET}}}")
    bird = {"kind": "bird", "wings": 2}
    dog, other = read(made, [{"kind": "Dog", "tail": True}, bird])
    assert (type(dog), other) == (made.Dog, bird)


@pytest.mark.parametrize("schemas", [TAGGED, IMPLIED])
def test_no_tag_at_all(schemas: str) -> None:
    """It is read as in a union without a discriminator."""
    made = both_ways(schemas, PET)
    assert read(made, {"lives": 1}) == made.Cat(lives=1)


def test_a_schema_may_mean_another_value_than_its_name() -> None:
    made = both_ways(NAMED_BY_SCHEMAS, PET)
    assert read(made, {"kind": "dog", "tail": True}) == made.Dog(kind="dog", tail=True)


def test_values_that_tell_members_apart_are_a_discriminator() -> None:
    made = both_ways(IMPLIED, PET)
    for kind in ("cat", "kitten"):
        assert read(made, {"kind": kind, "lives": 9}) == made.Cat(kind=kind, lives=9)
    # It says that it is a dog, if not one that is as described.
    assert read(made, {"kind": "Dog", "lives": 0}) == made.Dog(kind="Dog", lives=0)
    assert made.It.__annotations__["it"] == "Pet | dict[str, Any] | None"


@pytest.mark.parametrize(
    ("changed", "to"),
    [
        ("const: Dog", "enum: [Dog, cat]"),  # they are not apart
        ("const: Dog", "anyOf: [{const: Dog}, {type: string}]"),  # others come too
        ("const: Dog", "const: 1"),
        ("{kind: {const: Dog}, ", "{"),
        ("schemas/Dog'}", "schemas/Dog'}, {type: object}"),  # any object is described
        ("schemas/Dog'}", "schemas/Dog'}, {type: object, properties: {a: {}}}"),
    ],
)
def test_values_that_do_not_tell_members_apart(changed: str, to: str) -> None:
    assert changed in IMPLIED
    made = both_ways(IMPLIED.replace(changed, to), PET)
    assert not hasattr(made.module("models.it"), "by_tag")


def test_a_union_in_one_has_its_discriminator_for_its_own_members() -> None:
    outer = f"{{oneOf: [{PET}, {{$ref: '#/components/schemas/Car'}}]}}"
    car = "    Car: {type: object, required: [kind], properties: {kind: {TYPE}}}\n"
    of_any = both_ways(IMPLIED + car.replace("TYPE", "type: string"), outer)
    assert read(of_any, {"kind": "tram"}) == of_any.Car(kind="tram")
    of_one = both_ways(IMPLIED + car.replace("TYPE", "const: car"), outer)
    assert read(of_one, {"kind": "car"}) == of_one.Car(kind="car")
    assert read(of_one, {"kind": "tram"}) == {"kind": "tram"}


def test_a_tag_that_is_no_text() -> None:
    made = both_ways(TAGGED, PET)
    with pytest.warns(made.UnreadableField, match="kind"):
        other = made.read("Save", '{"it": {"kind": 5}}').it
    assert (other.kind, made.plain(other)) == (None, {"kind": 5})


LAX = """
    Pet: {type: object, required: [kind], properties: {kind: {type: string}}}
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {hunt: {type: string}}}]}
    Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {required: [pack], properties: {pack: {type: integer}}}]}
    Big: {allOf: [{$ref: '#/components/schemas/Dog'}, {required: [size], properties: {size: {type: integer}}}]}
    Dogs: {oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Big'}], discriminator: {propertyName: kind}}
"""
KINDS = "discriminator: {propertyName: kind, mapping: {kitten: Cat}}"


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize(
    "place", ["{it}", "{type: array, items: {it}}", "{not: {not: {it}}}"]
)
def test_a_discriminator_picks_the_rules(keyword: str, place: str) -> None:
    """What is right by several members too is right by the one that it names."""
    pets = f"{{{keyword}: [{{$ref: '#/components/schemas/Cat'}}, {{$ref: '#/components/schemas/Dog'}}, {{type: integer}}], {KINDS}}}"
    made = both_ways(LAX, place.replace("{it}", pets))
    listed = "array" in place
    good = [{"kind": "Dog", "pack": 1}, {"kind": "kitten"}, 5]
    bad = [{"kind": "Dog", "pack": "x"}, {"kind": "Dog"}, {"kind": "kitten", "hunt": 1}]
    for one in good:
        assert sent(made, [one] if listed else one) in (one, [one])
    for one in bad:
        broken = steps(made.refused("Save", it=[one] if listed else one))
        assert len(broken) == 1
        if "not" in place:
            assert broken == {("it",): "not"}
        elif not listed:
            assert broken in (
                {("it", "pack"): "type"},
                {("it", "pack"): "required"},
                {("it", "hunt"): "type"},
            )


def test_a_tag_that_nobody_knows_is_no_discriminator() -> None:
    made = both_ways(LAX, CAT_OR_DOG.replace("}]}", "}], " + KINDS + "}"))
    assert sent(made, {"kind": "bird"}) == {"kind": "bird"}  # a cat, and no dog
    given: list[Any] = [{"kind": "bird", "pack": 1}, {"kind": 5}, {"pack": 1}]
    for broken in given:
        found = steps(made.refused("Save", it=broken))
        assert found == {("it", "kind"): "discriminator"}
    assert steps(made.refused("Save", it=[])) == {("it",): "oneOf"}


def test_discriminators_within_discriminators() -> None:
    """`Big` is no member of the outer union, but of one that is."""
    pets = CAT_OR_DOG.replace("Dog'", "Dogs'")
    made = both_ways(
        LAX,
        pets.replace(
            "}]}",
            "}], discriminator: {propertyName: kind, mapping: {Big: Big, Dog: Dog}}}",
        ),
    )
    for good in ({"kind": "Big", "pack": 1, "size": 2}, {"kind": "Dog", "pack": 1}):
        assert sent(made, good) == good
    broken = steps(made.refused("Save", it={"kind": "Big", "pack": 1}))
    assert broken == {("it", "size"): "required"}


def test_inheritance() -> None:
    made = both_ways(
        """
    Pet:
      type: object
      required: [kind]
      properties: {kind: {type: string}, name: {type: string}}
      discriminator: {propertyName: kind, mapping: {feline: Cat}}
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {lives: {type: integer}}}]}
    Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {bark: {type: boolean}}}]}
    Puppy: {allOf: [{$ref: '#/components/schemas/Dog'}, {type: object, properties: {weeks: {type: integer}}}]}
""",
        f"{{type: array, items: {PET}}}",
    )
    raw = [
        {"kind": "feline", "name": "Tom", "lives": 9},
        {"kind": "Dog", "bark": True},
        {"kind": "Puppy", "bark": True, "weeks": 3},
        {"kind": "bird", "wings": 2},
    ]
    tom, dog, puppy, bird = read(made, raw)
    assert tom == made.Cat(kind="feline", name="Tom", lives=9)
    assert dog == made.Dog(kind="Dog", bark=True)
    assert puppy == made.Puppy(kind="Puppy", bark=True, weeks=3)
    assert (type(bird), bird.extra) == (made.Pet, {"wings": 2})
    given = [
        made.CatInput(kind="feline", lives=9),
        made.PuppyInput(kind="Puppy", weeks=3),
    ]
    wanted = [{"kind": "feline", "lives": 9}, {"kind": "Puppy", "weeks": 3}]
    assert sent(made, given) == wanted


def test_the_default_mapping_of_3_2() -> None:
    text = """
        openapi: 3.2.0
        info: {title: Pets, version: "1"}
        servers: [{url: "https://api.example.com"}]
        paths:
          /pets:
            get: {operationId: fetch, responses: {"200": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}}
            post: {operationId: send, requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}, responses: {"204": {description: Done}}}
        components:
          schemas:
            Pet:
              oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Other"}]
              discriminator: {propertyName: kind, mapping: {cat: Cat}, defaultMapping: Other}
            Cat: {type: object, properties: {kind: {const: cat}}}
            Other: {type: object, properties: {kind: {type: string}}}
        """
    made = make(text)
    assert made.read("Fetch", '{"kind": "cat"}') == made.Cat(kind="cat")
    assert made.read("Fetch", '{"kind": "bird"}') == made.Other(kind="bird")
    assert made.read("Fetch", "{}") == made.Other()
    for good in ({"kind": "cat"}, {"kind": "bird"}, {}):
        assert json.loads(made.built("Send", body=good).body) == good
    assert steps(made.refused("Send", body={"kind": 5})) == {("body", "kind"): "type"}
    assert steps(made.refused("Send", body=5)) == {("body",): "oneOf"}
    # What does without the property is the other, also where each has its constant.
    made = make(text.replace("kind: {type: string}", "kind: {const: other}"))
    for good in ({"kind": "cat"}, {"kind": "other"}, {}):
        assert json.loads(made.built("Send", body=good).body) == good


# --- allOf ----------------------------------------------------------------------------


def test_all_of_is_one_model() -> None:
    made = both_ways(
        """
    Base: {type: object, required: [name], properties: {name: {type: string}, age: {type: number, minimum: 0}, kind: {enum: [dog, cat]}}}
    Dog:
      allOf:
        - {$ref: '#/components/schemas/Base'}
        - {properties: {age: {type: integer, maximum: 30}, kind: {const: dog}, tail: {type: boolean}}}
        - {required: [tail]}
        - {not: {required: [wings]}}
""",
        "{$ref: '#/components/schemas/Dog'}",
    )
    raw = {"name": "Rex", "age": 3, "kind": "dog", "tail": True}
    assert read(made, raw) == made.Dog(**raw)
    assert sent(made, made.DogInput(**raw)) == raw
    broken = {"age": -1, "kind": "cat", "wings": 2}
    assert steps(made.refused("Save", it=broken)) == {
        ("it", "name"): "required",
        ("it", "tail"): "required",
        ("it", "age"): "minimum",
        ("it", "kind"): "const",
        ("it",): "not",
    }
    old = steps(made.refused("Save", it=raw | {"age": 31.5}))
    assert old == {("it", "age"): "type"}


# --- what holds of some objects -------------------------------------------------------

BRANCHES = """
    Pet:
      type: object
      required: [base]
      properties: {base: {type: string}}
      oneOf:
        - required: [p]
          properties: {p: {type: string}}
          anyOf:
            - {required: [deep], properties: {deep: {type: string, format: date}}}
            - {required: [deep2], properties: {deep2: {type: integer}}}
        - {required: [q]}
      dependentSchemas:
        base: {properties: {tail: {type: boolean}}}
      dependentRequired: {tail: [legs]}
      if: {required: [q]}
      then: {if: {required: [tail]}, then: {properties: {fur: {type: string}}}}
      else: {oneOf: [{required: [a], properties: {a: {type: string}}}, {required: [b]}]}
"""


def test_what_branches_describe_and_require_can_be_given() -> None:
    made = both_ways(BRANCHES, "{$ref: '#/components/schemas/Pet'}")
    given: dict[str, Any]
    for given in (
        {"base": "x", "p": "y", "deep": "2020-01-01", "a": "z"},
        {"base": "x", "p": "y", "deep2": 2, "b": 3},
        {"base": "x", "q": 1, "tail": True, "legs": 4, "fur": "red"},
    ):
        assert sent(made, made.PetInput(**given)) == given
    found = read(made, {"base": "x", "p": "y", "deep": "2020-01-01"})
    assert found.deep == date(2020, 1, 1)
    assert steps(made.refused("Save", it={"base": "x"})) == {("it",): "oneOf"}
    warned = {w.message for w in made.warnings if w.code == "unknown-property"}
    assert warned == {
        f"no property {name!r} is described" for name in ("b", "legs", "q")
    }


REQUIRED = """
    Pet:
      allOf:
        - {$ref: '#/components/schemas/Named'}
        - {required: [name, nmae, id], properties: {age: {type: integer}}}
    Named: {type: object, properties: {name: {type: string}}}
"""


def test_what_is_required_and_not_described() -> None:
    made = both_ways(REQUIRED, "{$ref: '#/components/schemas/Pet'}")
    found = {w.message: (w.code, w.hint) for w in made.warnings}
    assert found == {
        f"{name!r} is required, and not among the properties": (
            "unknown-required",
            hint,
        )
        for name, hint in (
            ("nmae", "did you mean name?"),
            ("id", "describe it in properties"),
        )
    }
    for warning in made.warnings:
        assert warning.place is not None
        start = warning.place.column - 1
        word = warning.place.text[start : start + warning.place.length]
        assert warning.message.startswith(repr(word))
    given = {"name": "Rex", "nmae": [1], "id": None}
    assert sent(made, made.PetInput(**given)) == given
    with pytest.raises(TypeError, match="nmae"):
        made.PetInput(name="Rex", id=1)


def test_branches_that_lead_back() -> None:
    made = both_ways(
        """
    Loop: {type: object, properties: {a: {type: string}}, anyOf: [{$ref: '#/components/schemas/Next'}, {required: [z]}]}
    Next: {properties: {b: {type: string}}, anyOf: [{$ref: '#/components/schemas/Loop'}, {properties: {c: {type: string}}}]}
""",
        "{$ref: '#/components/schemas/Loop'}",
    )
    given = {"a": "1", "b": "2", "c": "3", "z": 4}
    assert sent(made, made.LoopInput(**given)) == given


def test_a_grandchild_has_no_properties_of_its_aunt() -> None:
    """It refers to a parent whose parent lists its children."""
    made = both_ways(
        """
    Animal: {type: object, properties: {name: {type: string}}, anyOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
    Cat: {allOf: [{$ref: '#/components/schemas/Animal'}, {properties: {meow: {type: boolean}}}]}
    Dog: {allOf: [{$ref: '#/components/schemas/Animal'}, {properties: {bark: {type: string}}}]}
    Puppy: {allOf: [{$ref: '#/components/schemas/Dog'}, {properties: {age: {type: integer}}}]}
""",
        "{$ref: '#/components/schemas/Puppy'}",
    )
    puppy = made.PuppyInput(name="Rex", bark="loud", age=1)
    assert made.plain(puppy) == {"name": "Rex", "bark": "loud", "age": 1}
    with pytest.raises(TypeError):
        made.PuppyInput(meow=True)


# --- values ---------------------------------------------------------------------------


def test_a_whole_number_with_a_point_is_an_integer() -> None:
    made = both_ways("", "{type: integer, const: 3.0}")
    assert made.Save.__init__.__annotations__["it"] == "Literal[3] | None"
    assert read(made, 3) == 3
    assert sent(made, 3) == 3
    assert steps(made.refused("Save", it=4)) == {("it",): "const"}
    several = both_ways("", "{type: [integer, 'null'], enum: [1, 2.0, 2.5, null]}")
    assert several.Save.__init__.__annotations__["it"] == "Literal[1, 2] | Unset | None"


# --- objects and lists ----------------------------------------------------------------


def test_a_model_without_extra() -> None:
    made = both_ways(
        "    Open: {type: object, properties: {a: {type: string}}, additionalProperties: true}",
        "{$ref: '#/components/schemas/Open'}",
    )
    assert sent(made, made.OpenInput(a="x")) == {"a": "x"}
    assert sent(made, made.OpenInput(a="x", extra={"b": [1]})) == {"a": "x", "b": [1]}


def test_maps() -> None:
    made = both_ways(
        "",
        "{type: object, properties: {"
        "dates: {type: object, additionalProperties: {type: string, format: date}},"
        "free: {type: object},"
        "nested: {type: object, additionalProperties: {type: object, additionalProperties: {type: integer}}},"
        "by_pattern: {type: object, patternProperties: {'^x-': {type: string}, '_at$': {type: string, format: date-time}}, additionalProperties: false},"
        "open: {type: object, properties: {a: {type: string}}, additionalProperties: {type: integer}}}}",
    )
    raw = {
        "dates": {"a": "2020-01-02"},
        "free": {"a": [None]},
        "nested": {"a": {"b": 1}},
        "by_pattern": {"x-a": "b", "c_at": "2020-01-02T00:00:00Z"},
        "open": {"a": "b", "c": 1},
    }
    found = read(made, raw)
    assert found.dates == {"a": date(2020, 1, 2)}
    assert found.by_pattern == {"x-a": "b", "c_at": datetime(2020, 1, 2, tzinfo=UTC)}
    assert (found.open.a, found.open.extra) == ("b", {"c": 1})
    assert sent(made, made.plain(found)) == raw


def test_tuples() -> None:
    made = both_ways(
        "",
        "{type: array, prefixItems: [{type: string, format: date}, {type: object, properties: {a: {type: integer}}}], items: {type: integer}}",
    )
    found = read(made, ["2020-01-02", {"a": 1}, 2, 3])
    assert [found[0], found[1].a, *found[2:]] == [date(2020, 1, 2), 1, 2, 3]
    assert sent(made, ("2020-01-02", {"a": 1}, 2)) == ["2020-01-02", {"a": 1}, 2]
    assert steps(made.refused("Save", it=[5, {"a": "b"}, 1, "c"])) == {
        ("it", 0): "type",
        ("it", 1, "a"): "type",
        ("it", 3): "type",
    }


# --- one way only ---------------------------------------------------------------------


def test_read_only_and_write_only() -> None:
    made = both_ways(
        """
    Account:
      type: object
      required: [id, name, pin]
      properties:
        id: {type: integer, readOnly: true}
        name: {type: string}
        pin: {type: string, writeOnly: true}
        owner: {type: object, required: [id], properties: {id: {type: integer, readOnly: true}, name: {type: string}}}
""",
        "{$ref: '#/components/schemas/Account'}",
    )
    with pytest.raises(TypeError):
        made.AccountInput(id=1, name="a", pin="b")
    given = made.AccountInput(name="a", pin="b", owner={"name": "c"})
    assert sent(made, given) == {"name": "a", "pin": "b", "owner": {"name": "c"}}
    found = read(made, {"id": 1, "name": "a", "owner": {"id": 2}})
    assert (found.id, found.owner.id, hasattr(found, "pin")) == (1, 2, False)


def test_what_goes_the_other_way_is_not_demanded_beside_what_is_given() -> None:
    made = both_ways(
        """
    Account:
      type: object
      properties:
        name: {type: string}
        id: {type: integer, readOnly: true}
        pin: {type: string, writeOnly: true}
      dependentRequired: {name: [id, pin]}
      additionalProperties: false
""",
        "{$ref: '#/components/schemas/Account'}",
    )
    assert sent(made, made.AccountInput(name="a")) == {"name": "a"}


def test_what_is_not_to_be_given_may_go_the_other_way() -> None:
    made = both_ways(
        """
    Account:
      type: object
      properties: {name: {type: string}, id: {type: integer, readOnly: true}}
      not: {required: [id, name]}
      allOf: [{not: {required: [id]}}]
""",
        "{$ref: '#/components/schemas/Account'}",
    )
    assert sent(made, made.AccountInput(name="a")) == {"name": "a"}
    assert steps(made.refused("Save", it={"name": "a", "id": 1})) == {("it",): "not"}


# --- recursion ------------------------------------------------------------------------

TREE = """
    Tree:
      type: object
      required: [name]
      properties:
        name: {type: string, minLength: 1}
        self: {$ref: '#/components/schemas/Tree'}
        children: {type: array, items: {$ref: '#/components/schemas/Tree'}}
        by_name: {type: object, additionalProperties: {$ref: '#/components/schemas/Tree'}}
        egg: {$ref: '#/components/schemas/Egg'}
        value: {$ref: '#/components/schemas/Json'}
        rows: {$ref: '#/components/schemas/Rows'}
        branch: {$ref: '#/components/schemas/Branch'}
    Egg: {type: object, properties: {hen: {$ref: '#/components/schemas/Hen'}}}
    Hen: {type: object, properties: {egg: {$ref: '#/components/schemas/Egg'}}}
    Branch: {allOf: [{$ref: '#/components/schemas/Tree'}, {type: object, properties: {next: {$ref: '#/components/schemas/Branch'}}}]}
    Rows: {type: array, items: {$ref: '#/components/schemas/Rows'}}
    Json:
      anyOf:
        - type: [string, number, 'null']
        - {type: array, items: {$ref: '#/components/schemas/Json'}}
        - {type: object, additionalProperties: {$ref: '#/components/schemas/Json'}}
"""
GROWN = {
    "name": "a",
    "self": {"name": "b", "self": {"name": "c"}},
    "children": [{"name": "d", "children": [{"name": "e"}]}],
    "by_name": {"f": {"name": "g", "by_name": {}}},
    "egg": {"hen": {"egg": {"hen": {}}}},
    "value": [1, {"x": [None, "y"]}],
    "rows": [[], [[]]],
    "branch": {"name": "h", "next": {"name": "i", "next": {"name": "j"}}},
}


def test_recursion() -> None:
    made = both_ways(TREE, "{$ref: '#/components/schemas/Tree'}")
    found = read(made, GROWN)
    assert found.self_.self_.name == "c"
    assert found.children[0].children == [made.Tree(name="e")]
    assert found.by_name["f"].by_name == {}
    assert found.egg.hen.egg.hen == made.Hen()
    assert found.branch.next.next == made.Branch(name="j")
    assert sent(made, GROWN) == GROWN
    tree = made.TreeInput(name="a", children=[made.TreeInput(name="b")])
    assert sent(made, tree) == {"name": "a", "children": [{"name": "b"}]}


CIRCLES = """
    Filter: {oneOf: [{$ref: '#/components/schemas/Leaf'}, {$ref: '#/components/schemas/FilterList'}]}
    FilterList: {type: array, items: {$ref: '#/components/schemas/Filter'}}
    Leaf: {type: object, properties: {day: {type: string, format: date}}}
    First: {type: array, items: {anyOf: [{$ref: '#/components/schemas/Second'}, {type: integer}]}}
    Second: {type: array, items: {anyOf: [{$ref: '#/components/schemas/First'}, {type: string}]}}
    Around: {type: object, additionalProperties: {$ref: '#/components/schemas/Filter'}}
"""


@pytest.mark.parametrize(
    "order",
    [
        ("Filter", "FilterList", "First", "Second", "Around"),
        ("Around", "Second", "First", "FilterList", "Filter"),
        ("FilterList", "Around", "Second", "Filter", "First"),
    ],
)
def test_what_comes_first_decides_no_type(order: tuple[str, ...]) -> None:
    operations = "".join(f"""\
  /{name}:
    post:
      operationId: send{name}
      requestBody: {{required: true, content: {{application/json: {{schema: {{$ref: "#/components/schemas/{name}"}}}}}}}}
      responses: {{"200": {{description: It, content: {{application/json: {{schema: {{$ref: "#/components/schemas/{name}"}}}}}}}}}}
""" for name in order)
    made = make(f"paths:\n{operations}\ncomponents:\n  schemas:{CIRCLES}")
    types = {
        name: getattr(made, f"Send{name}").__init__.__annotations__["body"]
        for name in order
    }
    assert types == {
        "Filter": "FilterInput | Leaf",
        "FilterList": "Sequence[Any]",
        "First": "Sequence[Sequence[Any] | int]",
        "Second": "Sequence[Sequence[Any] | str]",
        "Around": "Mapping[str, FilterInput | Leaf]",
    }
    raw = '{"day": "2020-01-01"}'
    leaf = made.Leaf(day=date(2020, 1, 1))
    assert made.read("SendFilter", raw) == leaf
    assert made.read("SendFilterList", f"[{raw}]") == [leaf]
    assert made.read("SendAround", f'{{"a": {raw}}}') == {"a": leaf}


def test_rules_in_recursion() -> None:
    made = both_ways(TREE, "{$ref: '#/components/schemas/Tree'}")
    broken = {
        "name": "a",
        "children": [{"name": "b", "children": [{"name": ""}]}],
        "by_name": {"c": {"self": {}}},
        "egg": {"hen": {"egg": 5}},
        "rows": [[[5]]],
        "value": [{"x": True}],
        "branch": {"name": "d", "next": {"name": "e", "next": 5}},
    }
    assert steps(made.refused("Save", it=broken)) == {
        ("it", "children", 0, "children", 0, "name"): "minLength",
        ("it", "by_name", "c", "name"): "required",
        ("it", "by_name", "c", "self", "name"): "required",
        ("it", "egg", "hen", "egg"): "type",
        ("it", "rows", 0, 0, 0): "type",
        ("it", "value"): "anyOf",
        ("it", "branch", "next", "next"): "type",
    }


@pytest.mark.parametrize("depth", [50, 600, 100_000])
def test_an_answer_nested_without_end(depth: int) -> None:
    """What a server sends is never a RecursionError."""
    made = both_ways(TREE, "{$ref: '#/components/schemas/Tree'}")
    raw = '{"it": ' + '{"name": "a", "self": ' * depth + "null" + "}" * depth + "}"
    if depth < 100:
        found = made.read("Save", raw).it
        for _ in range(depth - 1):
            found = found.self_
        assert found == made.Tree(name="a")
    else:
        with pytest.raises(made.InvalidResponse):
            made.read("Save", raw)

"""Every text of a description becomes a name that Python takes."""

import keyword

import pytest
from fragmint.planning.names import class_name, field_name, method_name, snake
from hypothesis import example, given
from hypothesis import strategies as st

TEXT = st.text(max_size=30) | st.sampled_from([*keyword.kwlist, *keyword.softkwlist])


def is_name(text: str) -> bool:
    return text.isidentifier() and not keyword.iskeyword(text)


@given(TEXT)
@example("")
@example("self")
@example("²")
def test_fields(text: str) -> None:
    name = field_name(text)
    assert is_name(name)
    assert name not in ("self", "str", "int", "None")
    assert field_name(name) in (name, f"{name}_")


@given(TEXT)
@example("None")
@example("true")
def test_classes(text: str) -> None:
    assert is_name(class_name(text, "Model"))


@given(TEXT)
@example("import")
@example("class")
def test_modules(text: str) -> None:
    # `from .import import x` is no Python.
    assert is_name(snake(text))


@given(TEXT, TEXT)
@example("createCalls", "")
@example("calls", "calls")
def test_methods(operation_id: str, tag: str) -> None:
    assert is_name(method_name(operation_id, tag))


@pytest.mark.parametrize(
    ("one", "other"), [("É", "È"), ("größe", "grße"), ("名前", "住所")]
)
def test_letters_are_not_lost(one: str, other: str) -> None:
    """Else whole languages would be one collision."""
    assert field_name(one) != field_name(other)


@pytest.mark.parametrize(
    ("wire_name", "name"),
    [
        ("From", "from_"),
        ("CallSidToCoach", "call_sid_to_coach"),
        ("MaxParticipants", "max_participants"),
        ("HTTPMethod", "http_method"),
        ("kebab-case", "kebab_case"),
        ("snake_case", "snake_case"),
        ("$filter[name]", "filter_name"),
        ("Line2", "line2"),
        ("Id", "id"),
        ("Größe", "größe"),
    ],
)
def test_names_read_well(wire_name: str, name: str) -> None:
    assert field_name(wire_name) == name

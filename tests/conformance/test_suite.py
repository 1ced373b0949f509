"""Every verdict of JSON Schema's official suite is ours, too."""

import pytest
from fragmint import compile_schema

from .suite import VARIABLE, Case, cases, documents

ALL = cases()
REQUIRED = [one for one in ALL if "/" not in one.file]
FORMATS = [one for one in ALL if one.file.startswith("optional/format/")]
OPTIONAL = [one for one in ALL if "/" in one.file and one not in FORMATS]

NOT_OURS = {
    "optional/cross-draft": "older drafts of JSON Schema are not read",
    "optional/format/idn-hostname": "Python does not come with the tables of RFC 5892",
    "optional/dependencies-compatibility": "2020-12 has no `dependencies` any more",
}
"""Files of the suite that are not for us, and why."""


def judge(case: Case, *, formats: bool = False) -> None:
    validator = compile_schema(case.schema, documents=documents(), formats=formats)
    verdicts = {test: not validator(data) for test, data, _ in case.tests}
    assert verdicts == {test: valid for test, _, valid in case.tests}


@pytest.mark.skipif(not ALL, reason=f"{VARIABLE} names no archive of the suite")
def test_the_suite_is_there() -> None:
    assert sum(len(one.tests) for one in REQUIRED) > 1200
    assert {one.file for one in ALL} >= NOT_OURS.keys()


@pytest.mark.parametrize("case", REQUIRED, ids=lambda one: one.name)
def test_what_is_required(case: Case) -> None:
    judge(case)


@pytest.mark.parametrize(
    "case",
    [one for one in OPTIONAL if one.file not in NOT_OURS],
    ids=lambda one: one.name,
)
def test_what_is_optional(case: Case) -> None:
    judge(case)


@pytest.mark.parametrize(
    "case", [one for one in FORMATS if one.file not in NOT_OURS], ids=lambda o: o.name
)
def test_formats(case: Case) -> None:
    judge(case, formats=True)

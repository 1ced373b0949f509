"""CreateTree: POST /trees"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.unset import UNSET, Unset
from .._support.violations import Found
from ..models.tree import Tree, read_tree
from ..validators.tree import check_tree

if TYPE_CHECKING:
    from ..models.branch import Branch
    from ..models.branch_input import BranchInput
    from ..models.egg import Egg
    from ..models.egg_input import EggInput
    from ..models.tree_input import TreeInput
    from ..types.json_input import JsonInput

__all__ = ["CreateTree"]


@model
class CreateTree(Request[Tree]):
    """POST /trees"""

    name: str

    self_: TreeInput | Tree | None = None

    children: Sequence[TreeInput | Tree] | None = None

    by_name: Mapping[str, TreeInput | Tree] | None = None

    egg: EggInput | Egg | None = None

    value: JsonInput | Unset | None = UNSET

    rows: Sequence[Any] | None = None

    branch: BranchInput | Branch | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_tree(body, found)
            found.settle("CreateTree")
            encoded = json_body(body)
            url = server + "/trees"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreateTree", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> Tree:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_tree)
        raise failure("CreateTree", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/components/schemas/Tree",
    {
        "name": "name",
        "self": "self_",
        "children": "children",
        "by_name": "by_name",
        "egg": "egg",
        "value": "value",
        "rows": "rows",
        "branch": "branch",
    },
    frozenset({"value"}),
)

"""The stages, in order, and nothing else.

1. `reading` makes one self-contained document of a description and all the files that
   it refers to, cut to the operations wanted; every node of it knows its place.
2. `meaning` says what the document means: operations, shapes, rules.
3. `planning` decides every name, annotation and import of the package.
4. `writing` renders the plan, has black lay it out, and puts it on disk as a whole.

A target whose inputs and outputs are as its manifest says is left alone before any of
this is imported.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from . import __version__
from .config import Target, placed
from .diagnostics import Problem, Problems, has_errors, in_order
from .support.verify import seal
from .writing import manifest
from .writing.folders import beside, see_that_it_stays

if TYPE_CHECKING:
    from .meaning.api import Api
    from .planning.namer import Namer
    from .planning.names import Broken, Promises
    from .planning.plan import Package
    from .reading import Description
    from .writing.files import Change
    from .writing.known import Known

__all__ = [
    *("Outcome", "Rename", "check", "describe", "generate", "is_large", "make"),
    *("plan", "unchanged"),
]

_DEPTH = 20_000
"""How many calls deep a description may lead: it nests 200 levels, with several calls
for each, and every schema may be an array of the next one."""
Rename: TypeAlias = "tuple[str, str | None]"
"""What something is called and what it is to be called; None: no alias any more."""
_LARGE = 500_000
"""Bytes of a description."""
_PASSING = frozenset({"broken-promise", "no-alias"})
"""Warnings of what has changed, which are given once: they are true no longer then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a target; `sources` are the files of its description.

    `untold` are how many warnings there are beside those in `warnings`: of a package
    that is up to date it is known that there are some, and not which.
    """

    target: Target
    changes: tuple[Change, ...]
    operations: int
    files: int
    warnings: tuple[Problem, ...] = ()
    sources: tuple[str, ...] = ()
    untold: int = 0


def unchanged(target: Target) -> Outcome | None:
    """What there is to tell of `target` if nothing is to do, else None.

    Raises:
        Problems: its manifest is damaged.
    """
    same = _same(target)
    # What a killed run has left is to go.
    return None if same is None or beside(target.folder).exists() else same


def generate(
    target: Target, *, force: bool = False, renames: Sequence[Rename] = ()
) -> Outcome:
    """Make the package of `target`, unless it is up to date.

    Args:
        target: What to make.
        force: Make it in any case, and overwrite what was edited.
        renames: What is to have another name; each as it is called after those before.

    Raises:
        Problems: the description, the templates or the output folder is wrong, or
            nothing can be renamed so.
    """
    folder = target.folder
    again = force or bool(renames)
    same = None if again else unchanged(target)
    if same is not None:
        return same
    from .writing.turns import turn

    see_that_it_stays(folder, target.home)
    left: list[Problem] = []
    with turn(folder, left.append) as aside:
        outcome = None if again else _same(target)
        if outcome is None:
            from .writing.files import write
            from .writing.known import NOTHING, cached, recalled

            tool = manifest.digest(manifest.dump(_tool(target)))
            known = NOTHING if force else recalled(folder, tool)
            files, warnings, keys = _made(target, known, renames)
            done = write(folder, files, aside, cached(keys, tool), force=force)
            outcome = _outcome(target, manifest.load(folder), tuple(done), warnings)
    return replace(outcome, warnings=(*outcome.warnings, *left))


def check(target: Target) -> Outcome:
    """What generating `target` would change, and warn of; nothing is written.

    Raises:
        Problems: the description or the templates are wrong.
    """
    same = _same(target)
    if same is not None:
        # What no operation needs is looked at by nothing else.
        told = _planned(target)[-1] if same.untold or target.strict else ()
        return replace(same, warnings=told, untold=0)
    from .writing.files import changes

    files, warnings = make(target)
    found = tuple(changes(target.folder, files))
    return _outcome(target, manifest.load(target.folder), found, warnings)


def make(target: Target) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Every file of the package of `target`, by path, and the warnings on the way.

    Raises:
        Problems: the description or the templates are wrong.
    """
    from .writing.known import NOTHING

    files, warnings, _ = _made(target, NOTHING)
    return files, warnings


def _made(
    target: Target, known: Known, renames: Sequence[Rename] = ()
) -> tuple[dict[str, bytes], tuple[Problem, ...], dict[str, str]]:
    """As `make` says, and what the modules are to be known by."""
    from .planning.names import dump_promises
    from .writing.modules import make_modules, workers
    from .writing.render import Style
    from .writing.runtime import runtime

    tool = _tool(target)  # before any template is read: one can be edited meanwhile
    style = Style(target.templates, target.line_length)
    much = is_large(target) and not known.keys
    with _deep(target), workers(style, wanted=much) as pool:
        description, package, namer, warnings = _planned(target, renames)
        texts, keys = make_modules(package, style, pool, known)
    before = manifest.load(target.folder)
    if before.get("operations") and not package.operations:
        message = "there is no operation any more: the client could do nothing"
        hint = "if that is meant, remove the package first"
        rest = [one for one in warnings if one.code != "no-operations"]
        raise Problems([*rest, Problem("no-operations", message, None, hint)])
    files = {path: text.encode() for path, text in texts.items()}
    files |= runtime(texts, target.line_length)
    files["py.typed"] = b""
    lock: dict[str, Any] = {
        "inputs": tool
        | {
            "description": {
                target.name_of(target.base / name): source.sha256
                for name, source in description.sources.items()
            },
            "root": target.name_of(target.spec),
        },
        "operations": [
            {
                "method": operation.method,
                "path": operation.path,
                "name": f"{resource.attribute}.{method.name}",
                "request": f"operations.{operation.module}.{operation.class_name}",
                "responses": list(operation.statuses),
            }
            for resource in package.resources
            for method in resource.methods
            for operation in [method.operation]
        ],
        **dump_promises(namer.promises),
        "files": {path: manifest.digest(data) for path, data in files.items()},
        "warnings": sum(one.code not in _PASSING for one in warnings),
    }
    lock["seal"] = seal(lock)
    files[manifest.NAME] = manifest.dump(lock)
    return files, tuple(warnings), keys


def plan(target: Target) -> Package:
    """The plan of the package of `target`.

    Raises:
        Problems: the description is wrong.
    """
    with _deep(target):
        _, package, _, _ = _planned(target)
    return package


@contextmanager
def _deep(target: Target) -> Iterator[None]:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _DEPTH))
    try:
        yield
    except RecursionError:
        message = f"{target.spec}: schemas refer to one another too many times in a row"
        raise Problems([Problem("too-deep", message, None)]) from None
    finally:
        sys.setrecursionlimit(limit)


def describe(target: Target) -> Description:
    """The description of `target`, as far as it is wanted.

    Raises:
        Problems: it cannot be used.
    """
    from .reading import read

    try:
        return read(
            target.spec,
            target.operations,
            shown=str(target.spec),
            strict=target.strict,
            folder=target.root,
            prefix=target.prefix,
            overlays=target.overlays,
        )
    except Problems as error:
        raise Problems(placed(error.problems, target)) from None


def _planned(
    target: Target, renames: Sequence[Rename] = ()
) -> tuple[Description, Package, Namer, tuple[Problem, ...]]:
    from .meaning.build import build
    from .planning.names import load_promises
    from .planning.renaming import renamed
    from .writing.contract import judged

    description = describe(target)
    api, problems = build(description, target.pagination)
    problems = [*problems, *judged(target.templates)]
    _settle([*description.warnings, *problems], strict=target.strict)
    promised = load_promises(manifest.load(target.folder))
    package, namer, more = _by_names(target, description, api, promised)
    notes: tuple[Problem, ...] = ()
    for rename in renames:
        wanted = renamed(namer.ledger, namer.promises, *rename)
        package, namer, more = _by_names(target, description, api, wanted.promises)
        notes += wanted.settled(namer.ledger)
    more += [_renamed(broken) for broken in namer.ledger.broken]
    warnings = in_order({*description.warnings, *problems, *more})
    _settle(warnings, strict=target.strict)
    return description, package, namer, (*warnings, *notes)


def _by_names(
    target: Target, description: Description, api: Api, promised: Promises
) -> tuple[Package, Namer, list[Problem]]:
    """The plan, by the names that were promised, and what is less than it seems."""
    from .planning.formats import as_configured, with_formats
    from .planning.namer import Namer
    from .planning.planner import plan_package

    namer = Namer(api, description, promised)
    package, problems = plan_package(
        api,
        description,
        target.package,
        with_formats(target.formats, namer.classes),
        namer,
        as_configured(target.assert_formats, target.formats),
        target.transport,
        testing=target.testing,
    )
    return package, namer, problems


def is_large(target: Target) -> bool:
    """Whether the package may well be worth the work of all processors."""
    try:
        return not target.operations and target.spec.stat().st_size > _LARGE
    except OSError:
        return False  # whoever reads it, says so


def _renamed(broken: Broken) -> Problem:
    name = manifest.NAME
    message = f"{broken.key} is {broken.old} in {name}, and has to be {broken.new} now"
    hint = "another name in the package takes its place"
    return Problem("broken-promise", message, None, hint, "warning")


def _settle(problems: Iterable[Problem], *, strict: bool) -> None:
    """Stop where there are errors; if `strict`, warnings are errors too."""
    found = [replace(p, severity="error") if strict else p for p in problems]
    if has_errors(found):
        raise Problems(in_order(found))


def _tool(target: Target) -> dict[str, Any]:
    """The inputs that are known without reading the description."""
    from _black_version import version as black_version  # the whole of black is slow

    generator, templates = manifest.own_digests()
    overrides = filter(None, [target.templates])
    return {
        "fragmint": __version__,
        "black": black_version,
        "generator": generator,
        "templates": [
            templates,
            *(manifest.tree_digest(str(one), ".jinja") for one in overrides),
        ],
        "prefix": target.prefix,
        "options": {
            "package": target.package,
            "operations": list(target.operations),
            "overlays": [*map(target.name_of, target.overlays)],
            "testing": target.testing,
            "formats": dict(target.formats),
            "pagination": [[name, dict(said)] for name, said, _ in target.pagination],
            "assert-formats": (
                target.assert_formats
                if isinstance(target.assert_formats, str)
                else list(target.assert_formats)
            ),
            "transport": target.transport,
            "line-length": target.line_length,
        },
    }


def _same(target: Target) -> Outcome | None:
    """What there is to tell of a package that is up to date, else None."""
    lock = manifest.load(target.folder)
    if not _up_to_date(target, lock):
        return None
    return replace(_outcome(target, lock, ()), untold=lock["warnings"])


def _up_to_date(target: Target, lock: dict[str, Any]) -> bool:
    inputs = lock.get("inputs")
    if not isinstance(inputs, dict):
        return False
    if inputs.get("root") != target.name_of(target.spec):
        return False
    if lock.get("seal") != seal(lock):
        return False  # somebody has struck a name out, or merged two locks
    if any(inputs.get(key) != value for key, value in _tool(target).items()):
        return False
    if target.strict and lock.get("warnings"):
        return False  # each of them is an error, and is to be told
    described, own = inputs.get("description", {}), manifest.owned(lock)
    sources = {target.path_of(name): sha for name, sha in described.items()}
    folder = str(target.folder)
    return (
        manifest.are(sources, manifest.plain)
        and manifest.are({f"{folder}/{name}": sha for name, sha in own.items()})
        and not manifest.linked(folder, own)
    )


def _outcome(
    target: Target,
    lock: dict[str, Any],
    done: tuple[Change, ...],
    warnings: tuple[Problem, ...] = (),
) -> Outcome:
    return Outcome(
        target=target,
        changes=done,
        operations=len(lock.get("operations", ())),
        files=len(lock.get("files", ())),  # as `verify` counts them
        warnings=warnings,
        sources=tuple(lock.get("inputs", {}).get("description", ())),
    )

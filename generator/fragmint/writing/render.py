"""Plan -> the text of each file, by Jinja."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from traceback import walk_tb
from typing import NamedTuple

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket

from ..diagnostics import Place, Problem, Problems, did_you_mean
from ..planning.plan import Package
from . import texts
from .folders import template_folder
from .manifest import tree

__all__ = ["Page", "Style", "check_names", "compiled", "pages", "render", "take"]


class Style(NamedTuple):
    """How a package is written.

    Args:
        overrides: A folder whose templates take the place of those with their names.
        line_length: How many columns a line may take.
    """

    overrides: Path | None = None
    line_length: int = 88


class Page(NamedTuple):
    """A module to generate: its path, the template, and what the template sees."""

    path: str
    template: str
    subject: object


def pages(package: Package) -> tuple[list[Page], list[Page]]:
    """The modules that are about the whole of `package`, and all the others."""
    whole = [
        Page("__init__.py", "package.py.jinja", package),
        Page("__main__.py", "main.py.jinja", package),
        Page("client.py", "client.py.jinja", package),
    ]
    if package.servers:
        whole.append(Page("servers.py", "servers.py.jinja", package))
    if package.testing:
        whole.append(Page("testing.py", "testing.py.jinja", package))
    return whole, list(_parts(package))


def render(
    wanted: Iterable[Page], style: Style
) -> tuple[dict[str, str], list[Problem]]:
    """The text of each page, by path, not laid out yet, and what is wrong."""
    environment = _environment(style)
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for page in wanted:
        try:
            template = environment.get_template(page.template)
            text = template.render(it=page.subject)
            files[page.path] = texts.wrapped(text, style.line_length)
        except Exception as error:  # noqa: BLE001  # a template is anybody's program
            problems.append(_problem(error, page.template))
    return files, problems


def compiled(style: Style) -> dict[str, bytes]:
    """All templates as bytecode, but for those that cannot be read: `render` tells."""
    environment = _environment(style)
    for name in environment.list_templates(["jinja"]):
        with suppress(Exception):
            environment.get_template(name)
    return _cache(style.overrides).code


def take(style: Style, code: dict[str, bytes]) -> None:
    """Use what `compiled` has come to in another process."""
    _cache(style.overrides).code |= code


class _Bytecode(BytecodeCache):
    """What templates were compiled to, while the program runs."""

    def __init__(self) -> None:
        self.code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.code:
            bucket.bytecode_from_string(self.code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.code[bucket.key] = bucket.bytecode_to_string()


@cache
def _cache(overrides: Path | None) -> _Bytecode:
    return _Bytecode()


@cache
def _names() -> frozenset[str]:
    return frozenset(path.name for path in template_folder().iterdir())


class _Templates(FileSystemLoader):
    """A folder of which only templates are read: nothing else makes a package new."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        if template not in _names():
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


@cache  # each has compiled templates of its own
def _environment(style: Style) -> Environment:
    folders = [*filter(None, [style.overrides]), template_folder()]
    environment = Environment(
        loader=ChoiceLoader([_Templates(folder) for folder in folders]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_cache(style.overrides),
        autoescape=False,  # noqa: S701  # Python, not HTML; `texts` does the escaping
    )
    environment.filters["literal"] = texts.literal
    width = style.line_length
    environment.filters["words"] = texts.words
    environment.filters["docstring"] = partial(texts.docstring, width=width)
    environment.filters["comment"] = texts.comment
    return environment


def check_names(overrides: Path) -> None:
    """See that each template in a folder takes the place of one of ours.

    Raises:
        Problems: some do not.
    """
    problems = []
    for name in tree(str(overrides), ".jinja"):
        if name not in _names():
            close = did_you_mean(name.rpartition("/")[2], _names())
            hint = f"did you mean {close}?" if close else "see docs/templates.md"
            message = f"{overrides / name} takes the place of no template"
            problems.append(Problem("bad-template", message, None, hint))
    if problems:
        raise Problems(problems)


def _parts(package: Package) -> Iterator[Page]:
    for resource in package.resources:
        yield Page(f"resources/{resource.module}.py", "resource.py.jinja", resource)
    for operation in package.operations:
        path = f"operations/{operation.module}.py"
        yield Page(path, "operation.py.jinja", operation)
    for model in package.models:
        yield Page(f"models/{model.module}.py", "model.py.jinja", model)
    for one in package.types:
        yield Page(f"types/{one.module}.py", "type.py.jinja", one)
    for payload in package.payloads:
        yield Page(f"payloads/{payload.module}.py", "payload.py.jinja", payload)
    for validator in package.validators:
        path = f"validators/{validator.module}.py"
        yield Page(path, "validator.py.jinja", validator)


def _problem(error: Exception, template: str) -> Problem:
    """What is wrong with a template: where Jinja says, or the line that was running."""
    name, number = template, 0
    if isinstance(error, TemplateSyntaxError):
        name, number = error.filename or template, error.lineno
    for frame, line in walk_tb(error.__traceback__):
        if frame.f_code.co_filename.endswith(".jinja"):
            name, number = frame.f_code.co_filename, line
    message = str(error) or type(error).__name__
    if isinstance(error, TemplateNotFound):
        message = f"there is no template {error.name}"
    try:
        text = Path(name).read_text("utf-8").splitlines()[number - 1]
    except (OSError, IndexError, UnicodeDecodeError):
        return Problem("bad-template", f"{template}: {message}", None)
    place = Place(name, number, 1, "", text, max(len(text), 1))
    return Problem("bad-template", message.splitlines()[0], place)

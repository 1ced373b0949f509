"""Plan -> the text of each file, by Jinja."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)

from ..diagnostics import Place, Problem, Problems, did_you_mean
from ..planning.plan import Package
from . import texts
from .folders import template_folder

__all__ = ["render"]


def render(package: Package, overrides: Path | None = None) -> dict[str, str]:
    """The generated modules of `package`, by path, not laid out yet.

    Args:
        package: The plan.
        overrides: A folder whose templates take the place of those with their names.

    Raises:
        Problems: a template cannot be rendered.
    """
    if overrides is not None:
        _check_names(overrides)
    folders = (
        [template_folder()] if overrides is None else [overrides, template_folder()]
    )
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701  # Python, not HTML; `texts` does the escaping
    )
    environment.filters["literal"] = texts.literal
    environment.filters["words"] = texts.words
    environment.filters["docstring"] = texts.docstring
    environment.filters["comment"] = texts.comment
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for path, template, subject in _files(package):
        try:
            files[path] = environment.get_template(template).render(it=subject)
        except Exception as error:  # noqa: BLE001  # a template is anybody's program
            problems.append(_problem(error, template))
    if problems:
        raise Problems(problems)
    return files


def _check_names(overrides: Path) -> None:
    known = [path.name for path in template_folder().iterdir()]
    problems = []
    for path in sorted(overrides.rglob("*")):
        if path.is_file() and path.relative_to(overrides).as_posix() not in known:
            close = did_you_mean(path.name, known)
            hint = f"did you mean {close}?" if close else "see docs/templates.md"
            message = f"{path} takes the place of no template"
            problems.append(Problem("bad-template", message, None, hint))
    if problems:
        raise Problems(problems)


def _files(package: Package) -> Iterator[tuple[str, str, object]]:
    yield "__init__.py", "package.py.jinja", package
    yield "client.py", "client.py.jinja", package
    for resource in package.resources:
        yield f"resources/{resource.module}.py", "resource.py.jinja", resource
    for operation in package.operations:
        yield f"operations/{operation.module}.py", "operation.py.jinja", operation
    for model in package.models:
        yield f"models/{model.module}.py", "model.py.jinja", model
    for payload in package.payloads:
        yield f"payloads/{payload.module}.py", "payload.py.jinja", payload
    if package.servers:
        yield "servers.py", "servers.py.jinja", package
    for validator in package.validators:
        yield f"validators/{validator.module}.py", "validator.py.jinja", validator


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

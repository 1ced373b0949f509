"""``fragmint completion``: what has a shell complete the command line.

A shell's script asks fragmint itself what could come next, so that there is one answer
for all shells, made of the very parsers that read the command line, and none is ever
out of date. Where there is no answer, the shell completes the names of files.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..config import load_targets
from ..diagnostics import Problems
from ..writing.folders import template_folder
from .parsing import parser_for

__all__ = ["arguments", "run"]

_BASH = """\
_fragmint() {
    local IFS=$'\\n'
    COMPREPLY=($("$1" completion bash -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _fragmint fragmint
"""
_ZSH = """\
#compdef fragmint
_fragmint() {
    local said
    said=$("$words[1]" completion zsh -- "${(@)words[2,CURRENT]}" 2>/dev/null)
    local -a found=("${(@f)said}")
    if [[ -n "$said" ]]; then
        _describe fragmint found
    else
        _files
    fi
}
if [[ "$funcstack[1]" == _fragmint ]]; then
    _fragmint
else
    compdef _fragmint fragmint
fi
"""
_FISH = """\
function __fragmint_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l found ($words[1] completion fish -- $words[2..] "$word" 2>/dev/null)
    if set -q found[1]
        string join \\n -- $found
    else
        __fish_complete_path "$word"
    end
end
complete -c fragmint -f -a '(__fragmint_complete)'
"""


class _Candidate(NamedTuple):
    """What a word could be, and what that means."""

    word: str
    about: str = ""


class _Shell(NamedTuple):
    """The script of a shell, and how it is told of a candidate."""

    script: str
    line: Callable[[_Candidate], str]


_SHELLS: Mapping[str, _Shell] = {
    "bash": _Shell(_BASH, lambda one: one.word),
    "zsh": _Shell(
        _ZSH, lambda one: ":".join((one.word.replace(":", "\\:"), one.about))
    ),
    "fish": _Shell(_FISH, "\t".join),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: the words, of which the last is to be completed."""
    parser.add_argument(
        "shell", choices=_SHELLS, metavar="SHELL", help=" or ".join(_SHELLS)
    )
    words = parser.add_argument(
        "words", nargs=argparse.REMAINDER, help=argparse.SUPPRESS
    )
    words.required = False  # else it is asked for where there is no SHELL


def run(options: argparse.Namespace) -> int:
    """Print the script of a shell, or what the last of the words given could be."""
    shell = _SHELLS[options.shell]
    if options.words:
        for found in _completed(options.words):
            print(shell.line(found))
    else:
        print(shell.script, end="")
    return 0


def _completed(words: Sequence[str]) -> Iterator[_Candidate]:
    """What the last of `words` could be, which begin behind ``fragmint``."""
    *before, word = words
    start = ""
    if word == "=":  # bash has it as a word of its own
        word = ""
    elif word.startswith("--") and "=" in word:
        flag, _, word = word.partition("=")
        before.append(flag)
        start = f"{flag}="
    for found in _following([one for one in before if one != "="], word):
        if found.word.startswith(word):
            yield found._replace(word=start + found.word)


def _following(before: Sequence[str], word: str) -> Iterable[_Candidate]:
    """What can follow the words `before`, if it begins like `word`."""
    parser = parser_for(before)
    flag: argparse.Action | None = None
    places = _places(parser)
    for one in before:
        if flag is not None:
            flag = None
        elif one.startswith("-"):
            flag = parser._option_string_actions.get(one)  # has no public name
            if flag is not None and flag.nargs == 0:
                flag = None
        elif places and isinstance(places[0], argparse._SubParsersAction):
            parser = places[0].choices.get(one, parser)
            places = _places(parser)
        elif places and places[0].nargs not in ("*", "+"):
            del places[0]
    if flag is not None:
        return _values(flag, before)
    if word.startswith("-"):
        return (
            _Candidate(name, action.help or "")
            for action in parser._actions
            for name in action.option_strings
        )
    return _values(places[0], before) if places else ()


def _places(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return [one for one in parser._actions if not one.option_strings]


def _values(action: argparse.Action, before: Sequence[str]) -> Iterable[_Candidate]:
    if isinstance(action, argparse._SubParsersAction):
        return (_Candidate(one.dest, one.help or "") for one in action._choices_actions)
    if action.choices is not None:
        return map(_Candidate, action.choices)
    return _NAMES.get(str(action.metavar), _nothing)(before)


def _nothing(before: Sequence[str]) -> Iterable[_Candidate]:
    return ()


def _targets(before: Sequence[str]) -> Iterable[_Candidate]:
    named = "--config" in before[:-1]
    config = Path(before[before.index("--config") + 1]) if named else None
    try:
        targets = load_targets(config)
    except Problems:
        return ()
    return (_Candidate(one.name, str(one.spec)) for one in targets)


def _templates(before: Sequence[str]) -> Iterable[_Candidate]:
    return (_Candidate(path.name) for path in sorted(template_folder().iterdir()))


_NAMES = {"TARGET": _targets, "TEMPLATE": _templates}
"""What is not known by its parser, by what its help calls it."""

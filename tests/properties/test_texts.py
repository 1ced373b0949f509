"""Whatever text a description has, it stays in its literal, docstring or comment."""

import ast
import io
import tokenize

from fragmint.writing.texts import comment, docstring, literal, words, wrapped
from hypothesis import example, given
from hypothesis import strategies as st

# Most of the characters that could break out, and sometimes any other.
RISKY = st.sampled_from([*"\"'\\\n\r\t\0 #{}%x", "\u2028", "\u202e", "\u0085", '"""'])
TEXT = st.lists(RISKY | st.characters(), max_size=30).map("".join)
# Of a lone surrogate no file can be made.
WRITABLE = st.lists(RISKY | st.characters(codec="utf-8"), max_size=30).map("".join)
LONG = st.lists(TEXT, max_size=60).map(" ".join)


def visible(source: str) -> bool:
    return all(char.isprintable() or char == "\n" for char in source)


@given(TEXT)
@example("\\")
@example('"""')
@example("\ud800")
def test_literal_is_the_text(text: str) -> None:
    source = literal(text)
    assert ast.literal_eval(source) == text
    assert visible(source)
    assert "\n" not in source


@given(LONG, st.sampled_from([0, 8, 24]), st.booleans())
@example("\\ " * 100, 0, True)
@example("\n" * 200, 8, False)
@example("ab " * 100, 24, False)
def test_words_are_the_text(text: str, margin: int, is_value: bool) -> None:
    before, after = ("words = ", "") if is_value else ("f(1, ", ", 2)")
    source = wrapped(f"{' ' * margin}{before}{words(text)}{after}\n").strip()
    assert visible(source)
    found = source.removeprefix(before).removesuffix(after)
    assert ast.literal_eval(found) == text
    lines = [
        one.string
        for one in tokenize.generate_tokens(io.StringIO(found).readline)
        if one.type == tokenize.STRING
    ]
    indent = margin + 4 * (len(lines) > 1) + 4 * (not is_value)
    for line in lines:
        alone = len(ast.literal_eval(line).split()) <= 1
        assert alone or indent + len(line) <= 88


@given(WRITABLE | LONG, st.sampled_from([0, 4, 8]))
@example("", 0)
@example('"', 4)
@example('"""', 0)
@example('ends in """', 4)
@example('""""', 0)
@example("ends in a backslash \\", 4)
@example('\\"', 0)
@example("one\n\ntwo\\\n", 4)
@example("\ud800", 0)
def test_docstring_is_one_string(text: str, indent: int) -> None:
    source = docstring(text, indent)
    assert visible(source)
    body = f"{' ' * indent}{source}\n"
    tree = ast.parse(f"if True:\n{body}" if indent else body)
    (statement,) = tree.body
    if isinstance(statement, ast.If):
        (statement,) = statement.body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Constant)
    said = statement.value.value
    assert isinstance(said, str)
    # It is wrapped anew, and nothing else of it changes.
    assert "".join(said.split()) == "".join(text.split())


@given(TEXT)
def test_comment_is_one_line(text: str) -> None:
    source = comment(text)
    assert visible(source)
    lines = io.StringIO(f"{source}\n").readline
    kinds = [token.type for token in tokenize.generate_tokens(lines)]
    assert kinds == [tokenize.COMMENT, tokenize.NL, tokenize.ENDMARKER]

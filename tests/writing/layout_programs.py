"""Programs of the kinds that templates make, of any length and in any layout."""

from random import Random

NAMES = "a id value fields schema response account_sid status_callback_event".split()
LONG_NAMES = [*NAMES, "conference_recording_status_callback_method", "Participant"]
TEXTS = ["", "a", "GET", "do-not-trim", "it's", 'say "no"', "a\\n", "é", "日本語の説明"]
WORDS = "The SID of an account that the resource belongs to. If `x` is None:".split()


class Programs:
    """Makes what `random` says.

    Lines can be broken, and commas trail, wherever there are brackets.
    """

    def __init__(self, random: Random) -> None:
        self.random = random
        self.broken = random.random() * random.choice([0, 0, 0.3])
        self.trailing = random.choice([0, 0, 0.2, 1])

    def maybe(self, share: float = 0.5) -> bool:
        return self.random.random() < share

    def name(self) -> str:
        return self.random.choice(self.random.choice([NAMES, LONG_NAMES]))

    def text(self) -> str:
        quote = self.random.choice('"""\'')
        text = self.random.choice(TEXTS)
        if self.maybe(0.3):
            text = " ".join(self.random.choices(WORDS, k=self.random.randrange(1, 12)))
        text = text.replace(quote, f"\\{quote}")
        prefix = self.random.choice(["", "", "", "", "b", "f", "r"])
        if not text.isascii():
            prefix = prefix.replace("b", "")
        if "\\" in text and prefix == "r":
            prefix = ""
        return f"{prefix}{quote}{text}{quote}"

    def brackets(self, pair: str, items: list[str]) -> str:
        def gap() -> str:
            return (
                "\n" if self.maybe(self.broken) else self.random.choice(["", "", " "])
            )

        text = "".join(item + gap() + "," + gap() for item in items[:-1])
        text += "".join(items[-1:])
        if items and (self.maybe(self.trailing) or (pair == "()" and len(items) == 1)):
            text += ","
        return pair[0] + gap() + text + gap() + pair[1]

    def several(self, most: int = 5) -> range:
        return range(self.random.randrange(most + 1))

    def annotation(self, depth: int = 2) -> str:
        kind = self.random.randrange(5) if depth else 0
        if kind == 1:
            return " | ".join(self.annotation(depth - 1) for _ in range(3))
        if kind == 2:
            members = [self.plain_text() for _ in self.several()] or ['"a"']
            return "Literal" + self.brackets("[]", members)
        if kind == 3:
            return f"dict[str, {self.annotation(depth - 1)}]"
        if kind == 4:
            return f"Sequence[{self.annotation(depth - 1)}] | None"
        return self.random.choice(["str", "int", "None", "Any", "Participant", "a.B"])

    def plain_text(self) -> str:
        return f'"{self.random.choice(LONG_NAMES)}"'

    def arguments(self, depth: int) -> list[str]:
        found = [self.expression(depth) for _ in self.several(2)]
        if self.maybe(0.1):
            found.append("*" + self.name())
        found += [f"{self.name()}{i}={self.expression(depth)}" for i in self.several(4)]
        if self.maybe(0.1):
            found.append(f"b=lambda {self.name()}, *b: {self.expression(depth)}")
        if self.maybe(0.1):
            found.append("**" + self.name())
        return found

    def call(self, depth: int) -> str:
        text = self.name()
        for _ in range(self.random.choice([1, 1, 1, 2, 3])):
            if self.maybe(0.4):
                text += "." + self.name()
            if self.maybe(0.2):
                text += f"[{self.expression(0)}]"
            text += "(" + self.brackets("()", self.arguments(depth))[1:]
        return text

    def expression(self, depth: int = 2) -> str:
        kind = self.random.randrange(16) if depth else self.random.randrange(4)
        deeper = depth - 1
        one, other = self.expression, self.expression
        match kind:
            case 0 | 1:
                return self.name()
            case 2:
                return self.text()
            case 3:
                return self.random.choice(
                    ["None", "34", "-1", "0XfF", "1.50", "a.b[0]"]
                )
            case 4 | 5 | 6:
                return self.call(deeper)
            case 7:
                return self.brackets("[]", [one(deeper) for _ in self.several()])
            case 8:
                entries = [f"{self.text()}: {one(deeper)}" for _ in self.several()]
                return self.brackets("{}", entries)
            case 9:
                operator = self.random.choice(["and", "or", "+", "|", "in", "is not"])
                operands = [one(deeper) for _ in range(self.random.randrange(2, 4))]
                return f" {operator} ".join(operands)
            case 10:
                return f"({one(deeper)} if {other(deeper)} else {one(0)})"
            case 11:
                loop = f"for {self.name()} in {self.call(0)}"
                condition = f" if {self.condition(0)}" if self.maybe() else ""
                pair = self.random.choice(["[]", "()", "{}"])
                return f"{pair[0]}{one(deeper)} {loop}{condition}{pair[1]}"
            case 12:
                return self.brackets("()", [one(deeper) for _ in self.several()])
            case 13:
                return f"({one(deeper)})"
            case 14:
                return f"{self.name()}[{one(0)} : {other(deeper)}]"
            case _:
                texts = [self.plain_text() for _ in range(self.random.randrange(2, 5))]
                return "(" + " ".join(texts) + ")"

    def condition(self, depth: int = 2) -> str:
        match self.random.randrange(6):
            case 0:
                return f"{self.name()} not in {self.name()}"
            case 1:
                return f"(name := {self.text()}) in {self.name()}"
            case 2:
                return f"not isinstance({self.name()}, (str, int))"
            case 3 if depth:
                word = self.random.choice([" and ", " or "])
                return word.join(self.condition(depth - 1) for _ in range(3))
            case 4:
                return f"len({self.expression(depth)}) < {self.random.randrange(99)}"
            case _:
                return f"{self.expression(depth)} is None"

    def simple(self) -> str:
        one = self.expression
        kind = self.random.randrange(15)
        match kind:
            case 0 | 1:
                return f"{self.name()} = {one()}"
            case 2:
                return f"{self.name()}: {self.annotation()} = {one()}"
            case 3:
                return f"{self.name()}: {self.annotation()}"
            case 4 | 5:
                return self.call(2)
            case 6:
                return f"{self.name()}.{self.name()}[{one(1)}] = {one()}"
            case 7:
                return f"raise {self.call(1)} from None"
            case 8:
                names = self.brackets("()", [self.name() for _ in range(4)])
                return f"from .{self.name()} import {names}"
            case 9:
                return f"assert {self.condition()}, {one()}"
            case 10:
                return f"{self.name()}, {self.name()} = {one()}"
            case 12:
                return f"del {self.name()}[{one(0)}], {self.name()}"
            case 13:
                return f"{self.name()} += {one()} if {self.condition()} else {one()}"
            case 14:
                return f"{self.name()} = {self.name()} = {one()}"
            case _:
                return f"{self.name()} = {self.name()}[{self.name()}:-1]"

    def definition(self) -> str:
        fields = [
            f"a{i}: {self.annotation()}{' = None' if self.maybe() else ''}"
            for i in self.several()
        ]
        begin = ["self"] * self.maybe() + ["*"] * bool(fields)
        parameters = self.brackets("()", [*begin, *fields])
        if parameters.replace(" ", "").replace("\n", "") in ("(,)", "(*,)"):
            parameters = "()"
        word = self.random.choice(["def", "def", "async def"])
        result = f" -> {self.annotation()}" if self.maybe(0.8) else ""
        return f"{word} {self.name()}{parameters}{result}:"

    def docstring(self, margin: str) -> str:
        lines = [
            " ".join(self.random.choices(WORDS, k=self.random.randrange(14)))
            for _ in range(self.random.choice([1, 1, 2, 4]))
        ]
        end = "\n" + margin if len(lines) > 1 and self.maybe() else ""
        extra = self.random.choice(["", "", "    ", " "])
        joined = f"\n{margin}{extra}".join(lines)
        return f'{margin}"""{joined}{end}"""\n'

    def blank(self) -> str:
        return "\n" * self.random.choice([0, 0, 0, 1, 1, 2, 3])

    def block(self, depth: int, level: int) -> str:
        """Statements at `level`, in which `depth` more levels can be."""
        margin = "    " * level
        text = ""
        for _ in range(self.random.randrange(1, 5)):
            text += self.blank()
            if self.maybe(0.12):
                text += f"{margin}#{self.random.choice([' ', '', '!'])}{self.name()}\n"
                text += self.blank()
            kind = self.random.randrange(10) if depth else 0
            if kind < 5:
                comment = "  # why" if self.maybe(0.01) else ""
                text += f"{margin}{self.simple()}{comment}\n"
            elif kind == 5:
                text += f"{margin}if {self.condition()}:\n" + self.block(0, level + 1)
                if self.maybe():
                    text += f"{margin}else:\n" + self.block(0, level + 1)
            elif kind == 6 and self.maybe(0.3):
                text += f"{margin}try:\n{self.block(0, level + 1)}"
                text += f"{margin}except (A, {self.name()}) as b:\n"
                text += self.block(0, level + 1)
                text += f"{margin}with {self.name()}() as {self.name()}, a:\n"
                text += self.block(0, level + 1)
            elif kind == 6:
                loop = f"for {self.name()}, {self.name()} in {self.expression()}:"
                text += f"{margin}{loop}\n" + self.block(depth - 1, level + 1)
            elif kind == 7:
                text += f"{margin}class {self.name()}({self.name()}):\n"
                text += self.body(depth, level + 1, returns=False)
            else:
                if self.maybe(0.3):
                    text += f"{margin}@{self.name()}\n"
                text += f"{margin}{self.definition()}\n"
                text += self.body(depth, level + 1, returns=True)
        return text

    def body(self, depth: int, level: int, *, returns: bool) -> str:
        if self.maybe(0.2):
            return "    " * level + "...\n"
        text = self.blank() if self.maybe(0.2) else ""
        if self.maybe():
            text += self.docstring("    " * level)
        text += self.block(depth - 1, level)
        if returns and self.maybe(0.3):
            text += self.blank() + "    " * level + f"return {self.expression()}\n"
        return text

    def module(self) -> str:
        """A whole file."""
        text = self.docstring("") if self.maybe() else ""
        text += self.blank() + "from __future__ import annotations\n"
        return text + self.block(2, 0) + self.blank()

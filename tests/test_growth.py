"""What one more optional parameter costs in the generated package."""

import shutil
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from fragmint.config import Target
from fragmint.pipeline import make

SPEC = Path(__file__).resolve().parent.parent / "spec"
BEFORE = "        WaitMethod:\n"
ADDED = """\
        Zebra:
          description: An animal of the steppe
          type: string
"""


def generated(spec: Path) -> dict[str, list[str]]:
    """The lines of every file, but for the manifest, which has their hashes."""
    target = Target(spec=spec / "twilio.yaml", output=spec, package="acme")
    files, _ = make(target)
    del files["fragmint.lock"]
    return {path: data.decode().splitlines() for path, data in files.items()}


@pytest.fixture(scope="module")
def hunks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """For each file that grows, its hunks: the lines that each of them adds."""
    grown = tmp_path_factory.mktemp("grown") / "spec"
    shutil.copytree(SPEC, grown)
    participants = grown / "participants.yaml"
    text = participants.read_text("utf-8")
    assert text.count(BEFORE) == 1
    participants.write_text(text.replace(BEFORE, ADDED + BEFORE), "utf-8")
    old, new = generated(SPEC), generated(grown)
    assert old.keys() == new.keys()
    found: dict[str, list[list[str]]] = {}
    for path, before in old.items():
        after = new[path]
        changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        for kind, _, _, start, end in changes:
            if kind != "equal":
                assert kind == "insert", f"{path}: a line that was there has changed"
                found.setdefault(path, []).append(after[start:end])
    return found


def test_at_most_eight_lines_name_it(hunks: dict[str, list[list[str]]]) -> None:
    lines = [
        f"{path}: {line}"
        for path, added in hunks.items()
        for hunk in added
        for line in hunk
        if "zebra" in line.lower()
    ]
    assert 0 < len(lines) <= 8, "\n".join(lines)


def test_no_other_statement_comes_with_it(hunks: dict[str, list[list[str]]]) -> None:
    """A hunk that does not name it would be a change that it does not explain."""
    for path, added in hunks.items():
        for hunk in added:
            assert any("zebra" in line.lower() for line in hunk), (path, hunk)


def test_hunks(hunks: dict[str, list[list[str]]]) -> None:
    """One where its field is, and one for each other place that has to list it."""
    assert {path: len(added) for path, added in hunks.items()} == {
        "operations/create_participant.py": 2,  # the field; its name on the wire
        # Of both methods the signature and the call, of one the documentation.
        "resources/participants.py": 5,
        "validators/create_participant_request.py": 1,
    }

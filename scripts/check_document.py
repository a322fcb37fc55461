"""Holds the OpenAPI document to OpenAPI itself, to the house rules, and to what was released before.

    python scripts/check_document.py            every check; what `tox -e spec` runs
    python scripts/check_document.py --release  keep the document as it is now as the released one of its version

A change that breaks clients needs a higher version (the major one, or the minor one while the major one is 0) and a
line in CHANGELOG.md that begins with "**Breaking**".
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from openapi_spec_validator import OpenAPIV30SpecValidator  # noqa: E402

import openapi  # noqa: E402
from scripts.breaking_changes import Document, ToolMissing, breaking_changes, redocly  # noqa: E402

SOURCES = ROOT / "openapi"
RELEASED = SOURCES / "released"
CHANGELOG = ROOT / "CHANGELOG.md"
BREAKING_LINE = "- **Breaking**"


def valid() -> Iterator[str]:
    """OpenAPI 3.0, with and without the operations of test mode."""
    for testing in (False, True):
        for error in OpenAPIV30SpecValidator(openapi.load(testing=testing)).iter_errors():
            yield f"{'/'.join(map(str, error.absolute_path))}: {error.message}"


def linted() -> Iterator[str]:
    """The house rules, on the files as they are and on the folded document, whose components have names."""
    with tempfile.TemporaryDirectory() as folder:
        folded = Path(folder) / "folded.json"
        folded.write_text(json.dumps(openapi.load(testing=True)), encoding="utf-8")
        for target in ("openapi.yaml", str(folded)):
            ran = redocly("lint", target, "--config", "redocly.yaml", folder=SOURCES)
            if ran.returncode != 0:
                yield (ran.stdout + ran.stderr).strip()


def bundled() -> Iterator[str]:
    """What the service loads is what any other tool makes of the same files."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "bundle.json"
        ran = redocly("bundle", "openapi.yaml", "--output", str(output), folder=SOURCES)
        if ran.returncode != 0:
            yield (ran.stdout + ran.stderr).strip()
            return
        theirs = json.loads(output.read_text(encoding="utf-8"))
    ours = openapi.load(testing=True)
    for key in sorted(ours.keys() | theirs.keys()):
        if ours.get(key) != theirs.get(key):
            yield f"openapi.load() and `redocly bundle` differ in {key}."


def compatible() -> Iterator[str]:
    """Nothing that was released breaks without a higher version and a word to the people who use it."""
    base = last_released()
    if base is None:
        print("  nothing was released so far, so there is nothing to break (see --release)")
        return
    revision = openapi.load(testing=True)
    broken = breaking_changes(base, revision)
    if not broken:
        return
    before, now = base["info"]["version"], revision["info"]["version"]
    if not raised(before, now):
        listed = "\n".join(f"    {one}" for one in broken)
        yield f"{before} was released, and {now} is not high enough a version for changes that break clients:\n{listed}"
    if BREAKING_LINE not in newest_section(CHANGELOG.read_text(encoding="utf-8")):
        yield f"CHANGELOG.md has no line that begins with {BREAKING_LINE!r} in its newest section."


def last_released() -> Document | None:
    """The document of the highest version in ``openapi/released``."""
    files = sorted(RELEASED.glob("*.json"), key=lambda file: numbers(file.stem))
    if not files:
        return None
    document: Document = json.loads(files[-1].read_text(encoding="utf-8"))
    return document


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def raised(before: str, now: str) -> bool:
    """Whether the step between two versions tells that clients break (Semantic Versioning 2.0.0, items 4 and 8)."""
    significant = 1 if numbers(before)[0] else 2
    return numbers(now)[:significant] > numbers(before)[:significant]


def newest_section(changelog: str) -> str:
    return changelog.split("\n## ")[1] if "\n## " in changelog else ""


def release() -> None:
    document = openapi.load(testing=True)
    RELEASED.mkdir(exist_ok=True)
    target = RELEASED / f"{document['info']['version']}.json"
    target.write_text(json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"Wrote {target.relative_to(ROOT)}.")


CHECKS: tuple[Callable[[], Iterator[str]], ...] = (valid, linted, bundled, compatible)


def main(arguments: list[str]) -> int:
    if arguments == ["--release"]:
        release()
        return 0
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    failures = 0
    for check in CHECKS:
        print(f"{check.__name__}: {check.__doc__}")
        try:
            for problem in check():
                failures += 1
                print(f"  FAILED {problem}")
        except ToolMissing as missing:
            failures += 1
            print(f"  FAILED {missing}")
    print("The document holds." if not failures else f"{failures} problems were found.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The contract: reads the files of the OpenAPI document and folds them into one.

The document is split over files with ordinary relative references, so editors and linters read
``openapi.yaml`` as it stands. Connexion does not follow such references, therefore it gets the one dict that
:func:`load` returns.
"""

from __future__ import annotations

import functools
import posixpath
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

ROOT = "openapi.yaml"
TESTING = "testing"
METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})
SECTIONS = frozenset(
    {
        "schemas",
        "responses",
        "parameters",
        "examples",
        "requestBodies",
        "headers",
        "securitySchemes",
        "links",
        "callbacks",
    }
)

Node = dict[str, Any]


class ContractError(Exception):
    """The files of the contract do not make one document; the message says which reference is at fault."""


def load(*, testing: bool = False) -> Node:
    """Return the OpenAPI 3.0.3 document with every component local to it; a fresh dict each time.

    Operations tagged ``testing``, the tag, the components that only they reach and the error codes that only test
    mode gives are left out, unless ``testing`` is true.

    Raises:
        ContractError: a reference leads nowhere, or two places define a component of the same name.
    """
    return _fold(_own_files(), testing)


@functools.cache
def _own_files() -> _Files:
    return _Files(files(__name__))


def fold(folder: Traversable, *, testing: bool = False) -> Node:
    """Fold the document whose root is ``openapi.yaml`` in ``folder``, as :func:`load` does.

    A reference ``schemas/parts.yaml#/Part`` becomes ``#/components/schemas/Part``: the last segment of the
    pointer names the component, the segment before it (or else the file's folder) names the section. Only
    components that a reference reaches are in the result.
    """
    return _fold(_Files(folder), testing)


def _fold(contract: _Files, testing: bool) -> Node:
    folding = _Folding(contract)
    root = dict(contract.read(ROOT))
    # Security schemes are referred to by their bare names, so no reference would lead to them.
    schemes = root.pop("components", {}).get("securitySchemes")
    paths = root.pop("paths")
    document: Node = folding.copy(root, ROOT)
    if not testing:
        document["tags"] = [tag for tag in document.get("tags", []) if tag["name"] != TESTING]
    document["paths"] = {}
    for url, entry in paths.items():
        item, file = contract.follow(entry["$ref"], ROOT) if "$ref" in entry else (entry, ROOT)
        kept = item if testing else _without_testing(item)
        if METHODS & kept.keys():
            document["paths"][url] = folding.copy(kept, file)
    if schemes:
        folding.components["securitySchemes"] = folding.copy(schemes, ROOT)
    if folding.components:
        document["components"] = folding.components
    if not testing:
        _leave_out_testing_codes(folding.components)
    return document


def _leave_out_testing_codes(components: dict[str, Node]) -> None:
    """Take what ``x-testing-codes`` of ErrorCode lists out of it and out of every response."""
    codes = components.get("schemas", {}).get("ErrorCode", {})
    left_out = codes.pop("x-testing-codes", [])
    for code in left_out:
        codes["enum"].remove(code)
        del codes["x-error-codes"][code]
    for response in components.get("responses", {}).values():
        if "x-codes" in response:
            response["x-codes"] = [code for code in response["x-codes"] if code not in left_out]
        for media in response.get("content", {}).values():
            for code in left_out:
                media.get("examples", {}).pop(code, None)


def _without_testing(item: Node) -> Node:
    return {key: value for key, value in item.items() if key not in METHODS or TESTING not in value.get("tags", [])}


class _Files:
    """The contract's files, each read once."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder
        self._read: dict[str, Any] = {}

    def read(self, file: str) -> Any:
        if file not in self._read:
            try:
                text = self._folder.joinpath(file).read_text(encoding="utf-8")
            except OSError as error:
                raise ContractError(f"There is no file {file} in the contract.") from error
            try:
                self._read[file] = yaml.load(text, Loader=yaml.CSafeLoader)
            except yaml.YAMLError as error:
                raise ContractError(f"{file} is not YAML: {error}") from error
        return self._read[file]

    def locate(self, ref: str, file: str) -> tuple[str, list[str]]:
        """Return the file that ``ref`` in ``file`` points into, and the segments of its pointer."""
        target, _, pointer = ref.partition("#")
        where = posixpath.normpath(posixpath.join(posixpath.dirname(file), target)) if target else file
        # RFC 6901, section 4: ~1 is a slash and ~0 a tilde, decoded in this order.
        segments = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
        if not segments or where.startswith(("../", "/")):
            raise ContractError(f"{file} refers to {ref}, which is no pointer into a file of the contract.")
        return where, segments

    def follow(self, ref: str, file: str) -> tuple[Any, str]:
        where, segments = self.locate(ref, file)
        node = self.read(where)
        for segment in segments:
            if not isinstance(node, dict) or segment not in node:
                raise ContractError(f"{file} refers to {ref}, but {where} has no {'/'.join(segments)}.")
            node = node[segment]
        return node, where


class _Folding:
    """Copies nodes, and takes in each component that a reference in them reaches."""

    def __init__(self, contract: _Files) -> None:
        self._files = contract
        self._origins: dict[tuple[str, str], str] = {}
        self.components: dict[str, Node] = {}

    def copy(self, node: Any, file: str) -> Any:
        if isinstance(node, list):
            return [self.copy(item, file) for item in node]
        if not isinstance(node, dict):
            return node
        if isinstance(node.get("$ref"), str):
            return {"$ref": self._adopt(node["$ref"], file)}
        return {key: self.copy(value, file) for key, value in node.items()}

    def _adopt(self, ref: str, file: str) -> str:
        where, segments = self._files.locate(ref, file)
        name = segments[-1]
        section = segments[-2] if len(segments) > 1 else posixpath.dirname(where)
        if section not in SECTIONS:
            raise ContractError(f"{file} refers to {ref}, and {section!r} is no section of components.")
        origin = f"{where}#/{'/'.join(segments)}"
        known = self._origins.setdefault((section, name), origin)
        if known != origin:
            raise ContractError(f"{section}/{name} is defined twice: in {known} and in {origin}.")
        if name not in self.components.setdefault(section, {}):
            # The name is taken before its content is copied, so that a component may refer to itself.
            self.components[section][name] = None
            target, target_file = self._files.follow(ref, file)
            self.components[section][name] = self.copy(target, target_file)
        return f"#/components/{section}/{name}"

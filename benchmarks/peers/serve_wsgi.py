"""Serve with waitress: ``python -m benchmarks.peers.serve_wsgi module:application port``."""

from __future__ import annotations

import importlib
import sys

from waitress import serve

THREADS = 8


def main() -> None:
    target, port = sys.argv[1:3]
    module, _, name = target.partition(":")
    application = getattr(importlib.import_module(module), name)
    serve(application, host="127.0.0.1", port=int(port), threads=THREADS, ident="", asyncore_use_poll=True)


if __name__ == "__main__":
    main()

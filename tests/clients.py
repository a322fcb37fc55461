"""The client that tests talk through: the same one in process and over a socket."""

from collections.abc import Callable, Mapping
from typing import Any

import flask
import httpx


class Api:
    """The API as its users see it. Every answer is an httpx.Response."""

    def __init__(self, client: httpx.Client) -> None:
        self.http = client

    def __enter__(self) -> "Api":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @classmethod
    def in_process(cls, app: flask.Flask) -> "Api":
        transport = httpx.WSGITransport(app=_with_path_as_bytes(app), raise_app_exceptions=False)
        return cls(httpx.Client(transport=transport, base_url="http://testserver/api"))

    @classmethod
    def over_socket(cls, url: str, **options: Any) -> "Api":
        return cls(httpx.Client(base_url=f"{url}/api", **options))

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.http.get(path, **options)

    def post(self, path: str, body: Any = None, **options: Any) -> httpx.Response:
        """POST a body as JSON; None sends no body at all."""
        return self.http.post(path, json=body, **options)

    def put(self, path: str, body: Any = None, **options: Any) -> httpx.Response:
        return self.http.put(path, json=body, **options)

    def delete(self, path: str, **options: Any) -> httpx.Response:
        return self.http.delete(path, **options)

    def send(self, method: str, path: str, **options: Any) -> httpx.Response:
        return self.http.request(method, path, **options)

    def raw(self, path: str, content: bytes, content_type: str | None = "application/json") -> httpx.Response:
        """POST bytes as they are."""
        headers = {} if content_type is None else {"Content-Type": content_type}
        return self.http.post(path, content=content, headers=headers)

    def close(self) -> None:
        self.http.close()


def _with_path_as_bytes(app: flask.Flask) -> Callable[..., Any]:
    """httpx hands over the path as text, where WSGI wants its bytes as latin-1 (PEP 3333)."""

    def serve(environ: dict[str, Any], start_response: Any) -> Any:
        environ["PATH_INFO"] = environ["PATH_INFO"].encode().decode("latin-1")
        return app(environ, start_response)

    return serve


def problem(response: httpx.Response, status: int, code: str) -> Mapping[str, Any]:
    """The problem in ``response``, after checking what every problem has to have."""
    assert response.status_code == status, response.text
    assert response.headers["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body["code"] == code, body
    assert body["status"] == status
    assert body["type"] == f"urn:partsbench:problem:{code.lower().replace('_', '-')}"
    assert body["title"]
    assert body["detail"]
    assert body["correlation_id"] == response.headers["X-Request-ID"]
    return body


def places(refused: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Where a problem says the request is wrong, and which rule it breaks there."""
    return [(error.get("pointer", error.get("parameter")), error["code"]) for error in refused["errors"]]


def refuses(response: httpx.Response, *expected: tuple[str, str]) -> None:
    """Assert that the response is a 400 that names exactly these places."""
    found = places(problem(response, 400, "VALIDATION_FAILED"))
    assert sorted(found) == sorted(expected), response.request

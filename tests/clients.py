"""The client that tests talk through: the same one in process and over a socket."""

from collections.abc import Mapping
from typing import Any

import flask
import httpx


class Api:
    """The API as its users see it. Every answer is an httpx.Response."""

    def __init__(self, client: httpx.Client) -> None:
        self.http = client

    @classmethod
    def in_process(cls, app: flask.Flask) -> "Api":
        transport = httpx.WSGITransport(app=app, raise_app_exceptions=False)
        return cls(httpx.Client(transport=transport, base_url="http://testserver/api"))

    @classmethod
    def over_socket(cls, url: str, **options: Any) -> "Api":
        return cls(httpx.Client(base_url=f"{url}/api", **options))

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.http.get(path, **options)

    def post(self, path: str, body: Any = None, **options: Any) -> httpx.Response:
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

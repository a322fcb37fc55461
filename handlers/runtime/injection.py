"""What test mode does around each operation: inject faults, and write down what was used of the document."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any

import flask
import orjson
from flask_log_request_id import current_request_id
from werkzeug.http import parse_dict_header

from handlers.runtime.bodies import JSON
from handlers.runtime.errors import MEDIA_TYPE, RequestRefused, problem_response
from handlers.runtime.operation import OperationView
from handlers.runtime.sandbox import HANG_UP_KEY, SANDBOX_KEY, STREAM_FAULT_KEY
from services.kernel.errors import ErrorCode
from services.testing.errors import NotDeclared
from services.testing.faults import Answer, Rule
from services.testing.sandboxes import Sandbox

if TYPE_CHECKING:
    from handlers.runtime.laboratory import Laboratory

FAULT_HEADER = "X-Fault-Injected"
PREFERENCE_APPLIED = "Preference-Applied"
_LARGEST_LOOKED_AT = 262_144
logger = logging.getLogger("partsbench.testing.faults")


class Intercepted:
    """An operation's view with the laboratory around it. Operations of test mode itself are never disturbed."""

    def __init__(self, view: OperationView, laboratory: Laboratory) -> None:
        self.__name__ = view.operation_id
        self.operation_id = view.operation_id
        self.query_names = view.query_names
        self._view = view
        self._laboratory = laboratory
        self._may_fail = laboratory.declared.knows(view.operation_id)

    def __call__(self, **path: str) -> flask.Response:
        sandbox: Sandbox | None = flask.request.environ.get(SANDBOX_KEY)
        flask.g.operation_id = self.operation_id
        self._note_request(sandbox, path)
        if sandbox is None or not self._may_fail:
            return self._view(**path)
        preferred = self._preferred()
        if preferred is not None:
            return _answered(preferred, "prefer", preference=f"code={preferred.status}")
        response = self._with_faults(sandbox.faults.due(self.operation_id), path)
        if self.operation_id == "stream_versions":
            sandbox.deployments.deliver(current_request_id())
        return response

    def _with_faults(self, due: list[Rule], path: dict[str, str]) -> flask.Response:
        answer = self._injected(due, "before")
        if answer is None:
            real = self._view(**path)
            answer = self._injected(due, "after") or real
        if due:
            answer.headers[FAULT_HEADER] = ", ".join(f"rule-{rule.number}" for rule in due)
        return answer

    def _injected(self, due: list[Rule], phase: str) -> flask.Response | None:
        """Do what the rules of one phase say; the answer of the first that brings one."""
        answers = [self._inject(rule) for rule in due if rule.phase == phase]
        return next((answer for answer in answers if answer is not None), None)

    def _inject(self, rule: Rule) -> flask.Response | None:
        """Do what the rule says; an answer when it brings one."""
        logger.info(
            "rule %d is injected %s %s",
            rule.number,
            rule.phase,
            rule.operation_id,
            extra={"fault": f"rule-{rule.number}"},
        )
        if rule.delay_ms:
            time.sleep(rule.delay_ms / 1000)
        if rule.drop_connection:
            flask.request.environ[HANG_UP_KEY] = True
            return flask.Response(status=500)
        if rule.stream is not None:
            flask.request.environ[STREAM_FAULT_KEY] = rule.stream
        return _answered(rule.respond, f"rule-{rule.number}") if rule.respond is not None else None

    def _preferred(self) -> Answer | None:
        """The refusal that the request asks for by ``Prefer: code=409`` and, to choose, ``example=TYPE_IN_USE``."""
        status = _preference("code")
        if status is None:
            return None
        try:
            if not status.isdigit():
                raise NotDeclared("The preference code wants a status, such as code=409")
            return self._laboratory.declared.answer(self.operation_id, int(status), _preference("example"), None)
        except NotDeclared as error:
            problem = {"parameter": "Prefer", "code": "undeclared", "message": error.detail}
            raise RequestRefused(ErrorCode.VALIDATION_FAILED, error.detail, [problem]) from error

    def _note_request(self, sandbox: Sandbox | None, path: dict[str, str]) -> None:
        request = flask.request
        used = [*path, *request.args]
        used += [name for name in self._laboratory.inventory.header_names(self.operation_id) if name in request.headers]
        body: Any = None
        if request.mimetype == JSON and 0 < (request.content_length or 0) <= _LARGEST_LOOKED_AT:
            try:
                body = orjson.loads(request.get_data(cache=True))
            except orjson.JSONDecodeError:
                body = None
        for coverage in self._laboratory.coverages(sandbox):
            coverage.note_request(self.operation_id, used, body)

    @staticmethod
    def note_response(laboratory: Laboratory, response: flask.Response) -> flask.Response:
        """Write down the status, the code and the members of an answer. For ``after_request``."""
        operation_id = flask.g.get("operation_id")
        if operation_id is None:
            return response
        body: Any = None
        is_json = response.mimetype in {JSON, MEDIA_TYPE} and not response.direct_passthrough
        if is_json and not response.is_streamed:
            body = orjson.loads(response.get_data() or b"null")
        for coverage in laboratory.coverages(flask.request.environ.get(SANDBOX_KEY)):
            coverage.note_response(operation_id, response.status_code, body)
        return response


def _preference(name: str) -> str | None:
    """The value of a preference of the current request (RFC 7240, section 2), without its parameters."""
    given = parse_dict_header(",".join(flask.request.headers.getlist("Prefer"))).get(name)
    return given.partition(";")[0].strip() if given else None


def _answered(answer: Answer, mark: str, preference: str | None = None) -> flask.Response:
    code = ErrorCode(answer.code)
    response = problem_response(code, "This answer was injected by test mode; nothing is wrong with the service")
    response.headers[FAULT_HEADER] = mark
    if preference is not None:
        response.headers[PREFERENCE_APPLIED] = preference
        logger.info("%s is injected as the request prefers", code.value, extra={"fault": mark})
    return response

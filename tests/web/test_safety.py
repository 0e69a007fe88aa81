"""Who may see and change what, and what the workbench refuses."""

import re
from collections.abc import Iterator
from http.client import HTTPConnection

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from sqlalchemy import select
from typer.testing import CliRunner

from kroniek.cli import app as cli
from kroniek.errors import LedgerError
from kroniek.ledger import Ledger
from kroniek.ledger.accounts import (
    IDLE,
    STAY,
    Account,
    AccountRow,
    SignInRow,
    accounts,
    add_account,
)
from kroniek.web.attempts import ACCOUNT, ADDRESS, TOGETHER, WINDOW, Attempts
from kroniek.web.security import MOST
from tests.web.conftest import Bench


@pytest.fixture
def client(bench: Bench) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=bench.url) as made:
        yield made


def test_a_change_needs_the_token_of_the_page(client: httpx.Client) -> None:
    (first, *_) = client.get("/api/events").json()
    path, body = f"/api/events/{first['id']}/decisions", {"verdict": "accept"}
    assert client.post(path, json=body).status_code == 403
    token = client.get("/api/session").json()["csrf"]
    headers = {"X-CSRF-Token": token}
    other = headers | {"Origin": "http://elsewhere.example"}
    assert client.post(path, json=body, headers=other).status_code == 403
    assert client.post(path, json=body, headers=headers).status_code == 201


def test_every_page_carries_the_strict_policy(client: httpx.Client) -> None:
    for path in ("/articles", "/articles/1", "/explore", "/nowhere", "/static/style.css"):
        policy = client.get(path).headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
    assert "unsafe" not in client.get("/brief/page").headers["content-security-policy"]


def test_another_name_for_this_machine_is_refused(client: httpx.Client) -> None:
    assert client.get("/articles", headers={"Host": "rebound.example"}).status_code == 421


def test_with_accounts_one_signs_in_and_a_reader_changes_nothing(shared: Bench) -> None:
    with Ledger(shared.ledger) as ledger:
        with ledger.session() as session:
            assert session.get(AccountRow, "coder").hash.startswith("$argon2id$")
        with pytest.raises(LedgerError, match="10 to 1000"):
            add_account(ledger, "third", "coder", "short")
    for name, allowed in (("reader", 403), ("coder", 201), ("admin", 201)):
        with httpx.Client(base_url=shared.url) as client:
            assert client.get("/api/events").status_code == 401
            assert client.get("/articles").headers["location"] == "/sign-in?back=/articles"
            cookie = _cookie(client.get("/sign-in"))
            wrong = _sign_in(client, cookie, name, "not-the-password")
            assert wrong.status_code == 401
            entered = _sign_in(client, cookie, name, f"long-password-{name}")
            told = entered.headers["set-cookie"].casefold()
            assert all(word in told for word in ("secure", "httponly", "samesite=lax"))
            assert _cookie(entered) != cookie
            held = _held(client, entered)
            event = client.get("/api/events", headers=held).json()[0]["id"]
            path = f"/api/events/{event}/decisions"
            decided = client.post(path, json={"verdict": "accept"}, headers=held)
            assert decided.status_code == allowed


def test_an_admin_may_what_a_coder_may_not(shared: Bench) -> None:
    with httpx.Client(base_url=shared.url) as client:
        coder, admin = (_entered(client, name) for name in ("coder", "admin"))
        event = client.get("/api/events", headers=coder).json()[0]["id"]
        deciding = f"/api/events/{event}/decisions"
        by_admin = client.post(deciding, json={"verdict": "accept"}, headers=admin).json()["number"]
        by_coder = client.post(deciding, json={"verdict": "reject"}, headers=coder).json()["number"]
        assert client.delete(f"/api/decisions/{by_admin}", headers=coder).status_code == 403
        assert client.delete(f"/api/decisions/{by_coder}", headers=admin).status_code == 200
        new = {"name": "new", "role": "reader", "password": "long-password-new"}
        for path, data in (("/users", new), ("/coders/1", {"event": event, "coder": "0"})):
            assert client.post(path, data=data, headers=coder).status_code == 403
        assert client.get("/users", headers=coder).status_code == 403


def test_an_admin_manages_the_accounts_of_others(shared: Bench) -> None:
    new = {"name": "new", "role": "reader", "password": "long-password-new"}
    with httpx.Client(base_url=shared.url) as client:
        admin = _entered(client, "admin")
        assert client.post("/users", data=new, headers=admin).status_code == 303
        held = _entered(client, "new")

        def manage(name: str, **data: str) -> int:
            return client.post(f"/users/{name}", data=data, headers=admin).status_code

        assert manage("new", act="role", role="coder") == 303
        assert [one.role for one in _accounts(shared) if one.name == "new"] == ["coder"]
        assert client.get("/articles", headers=held).status_code == 200
        assert manage("new", act="password", new="another-password") == 303
        assert client.get("/articles", headers=held).status_code == 303
        assert manage("admin", act="remove") == 403
        assert manage("new", act="remove") == 303
        assert "new" not in [one.name for one in _accounts(shared)]


def test_whoever_fails_to_sign_in_too_often_must_wait(shared: Bench) -> None:
    with httpx.Client(base_url=shared.url) as client:
        cookie = _cookie(client.get("/sign-in"))
        for _ in range(TOGETHER):
            assert _sign_in(client, cookie, "coder", "guess").status_code == 401
        refused = _sign_in(client, cookie, "coder", "long-password-coder")
        assert refused.status_code == 429
        assert 0 < int(refused.headers["retry-after"]) <= WINDOW
        assert _sign_in(client, cookie, "admin", "long-password-admin").status_code == 303


def test_attempts_count_by_account_and_by_address_and_are_forgotten_in_time() -> None:
    now = [0.0]
    attempts = Attempts(clock=lambda: now[0])
    for number in range(ADDRESS):
        assert attempts.wait(f"name{number}", "10.0.0.1") == 0
        attempts.failed(f"name{number}", "10.0.0.1")
    assert attempts.wait("other", "10.0.0.1") > 0
    assert attempts.wait("other", "10.0.0.2") == 0
    for number in range(ACCOUNT):
        attempts.failed("anna", f"10.1.0.{number}")
    assert attempts.wait("anna", "10.9.9.9") > 0
    now[0] = WINDOW + 1
    assert attempts.wait("anna", "10.9.9.9") == 0


def test_a_sign_in_ends_when_it_is_old_or_not_used(shared: Bench) -> None:
    with httpx.Client(base_url=shared.url) as client:
        for name, span in (("until", STAY), ("seen", IDLE)):
            held = _entered(client, "reader")
            assert client.get("/api/events", headers=held).status_code == 200
            with Ledger(shared.ledger) as ledger, ledger.session(writes=True) as session:
                for row in session.scalars(select(SignInRow)):
                    setattr(row, name, getattr(row, name) - span)
            assert client.get("/api/events", headers=held).status_code == 401


def test_a_new_password_of_ones_own_ends_other_sign_ins(shared: Bench) -> None:
    with httpx.Client(base_url=shared.url) as client:
        one, other = _entered(client, "reader"), _entered(client, "reader")
        data = {"password": "long-password-reader", "new": "a-new-password"}
        changed = client.post("/account", data=data, headers=one)
        assert changed.status_code == 303
        assert client.get("/api/events", headers=other).status_code == 401
        assert client.get("/api/events", headers=_held(client, changed)).status_code == 200


def test_a_request_that_is_too_large_or_without_end_is_refused(client: httpx.Client) -> None:
    connection = HTTPConnection(client.base_url.host, client.base_url.port)
    connection.putrequest("POST", "/add")
    connection.putheader("Content-Length", str(MOST + 1))
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()
    assert client.post("/add", content=iter([b"text=a"])).status_code == 413


def test_another_host_than_loopback_demands_accounts(tmp_path) -> None:
    told = CliRunner().invoke(
        cli, ["serve", "--host", "0.0.0.0", "--ledger", str(tmp_path / "a.db")]
    )
    assert told.exit_code == 1
    assert "kroniek users add" in told.output


def test_the_api_never_fails_whatever_it_is_sent(bench: Bench) -> None:
    with httpx.Client(base_url=bench.url) as client:
        token = client.get("/api/session").json()["csrf"]
        headers = {
            "X-CSRF-Token": token,
            "Cookie": f"kroniek_session={client.cookies['kroniek_session']}",
        }
    schema = schemathesis.openapi.from_url(f"{bench.url}/api/openapi.json")

    for operation in schema.exclude(path="/api/articles", method="POST").get_all_operations():
        _try(operation.ok(), headers)


def _try(operation, headers: dict[str, str]) -> None:
    @given(case=operation.as_strategy())
    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    def no_fault(case) -> None:
        assert case.call(headers=headers).status_code < 500

    no_fault()


def _entered(client: httpx.Client, name: str) -> dict[str, str]:
    """The headers of someone who signed in."""
    client.cookies.clear()
    cookie = _cookie(client.get("/sign-in"))
    return _held(client, _sign_in(client, cookie, name, f"long-password-{name}"))


def _held(client: httpx.Client, entered: httpx.Response) -> dict[str, str]:
    held = {"Cookie": _cookie(entered)}
    client.cookies.clear()
    return held | {"X-CSRF-Token": client.get("/api/session", headers=held).json()["csrf"]}


def _accounts(bench: Bench) -> list[Account]:
    with Ledger(bench.ledger) as ledger:
        return accounts(ledger)


def _cookie(answer: httpx.Response) -> str:
    return answer.headers["set-cookie"].partition(";")[0]


def _sign_in(client: httpx.Client, cookie: str, name: str, password: str) -> httpx.Response:
    page = client.get("/sign-in", headers={"Cookie": cookie})
    (token,) = set(re.findall(r'name="csrf" (?:content|value)="(\w+)"', page.text))
    data = {"csrf": token, "account": name, "password": password}
    return client.post("/sign-in", data=data, headers={"Cookie": cookie})

"""A store in S3, as moto's server plays it: with what fsspec and botocore do on the way."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_jobs import small

from generator.painting import opened, paint_all, paint_share
from generator.problems import OutputError, UsageError

pytestmark = pytest.mark.audit
BUCKET = "s3://visavis-pictures"
SECRET = "an-invented-key-of-nobody"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            _await(address)
            yield address
        finally:
            process.kill()


@pytest.fixture(autouse=True)
def surroundings(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What says where S3 is and who asks; an empty server with one bucket."""
    values = {"ENDPOINT_URL": server, "ACCESS_KEY_ID": "somebody", "SECRET_ACCESS_KEY": SECRET, "REGION": "us-east-1"}
    for name, value in values.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nowhere")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere")
    _post(f"{server}/moto-api/reset")
    _post(f"{server}/{BUCKET.removeprefix('s3://')}", "PUT")


def test_shares_are_put_there_and_found(tmp_path: Path) -> None:
    jobs = [small("one"), small("two")]
    told: list[str] = []
    with opened(tmp_path / "one", 1, store=f"{BUCKET}/kept", needed=True, tell=told.append) as means:
        assert paint_share(jobs, means.cache, means.painter).painted == 4
    with opened(tmp_path / "other", 1, store=f"{BUCKET}/kept", tell=told.append) as means:
        assert paint_share(jobs, means.cache, means.painter).painted == 0
        heard: list[int] = []
        assert len(paint_all(jobs, means.cache, means.painter, lambda done, _: heard.append(done))) == 4
        assert heard == []
    assert told == []


def test_a_bucket_that_is_not_there_is_told(tmp_path: Path) -> None:
    for needed in (False, True):
        with (
            pytest.raises(UsageError, match=r"^s3://of-nobody/kept: there is no such bucket$"),
            opened(tmp_path, 1, store="s3://of-nobody/kept", needed=needed, tell=print),
        ):
            pass


def test_who_may_not_is_told_and_no_key_is_shown(tmp_path: Path, server: str) -> None:
    told: list[str] = []
    _post(f"{server}/moto-api/reset-auth", data=b"0")  # from now on whoever asks has to be known
    try:
        with opened(tmp_path / "one", 1, store=f"{BUCKET}/kept", tell=told.append) as means:
            assert len(paint_all([small("one")], means.cache, means.painter)) == 2
        with (
            pytest.raises(
                OutputError, match=r"nothing can be put there: not allowed: .*s3:PutObject to write"
            ) as caught,
            opened(tmp_path / "other", 1, store=f"{BUCKET}/kept", needed=True, tell=print),
        ):
            pass
    finally:
        _post(f"{server}/moto-api/reset-auth", data=b"Infinity")
    assert len(told) == 1
    assert f"{BUCKET}/kept: not allowed: " in told[0]
    assert SECRET not in told[0] + str(caught.value)


def test_a_server_that_is_gone_costs_little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    told: list[str] = []
    begun = time.monotonic()
    with opened(tmp_path, 1, store=f"{BUCKET}/elsewhere", tell=told.append) as means:
        assert len(paint_all([small("one")], means.cache, means.painter)) == 2
    assert time.monotonic() - begun < 90
    assert len(told) == 1


def _await(address: str) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < 60:
        try:
            urllib.request.urlopen(f"{address}/moto-api/data.json", timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(address)


def _post(address: str, method: str = "POST", data: bytes = b"") -> None:
    urllib.request.urlopen(
        urllib.request.Request(address, data, {"Content-Type": "text/plain"}, method=method), timeout=10
    ).close()

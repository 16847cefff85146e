"""The live preview as an editor sees it: a saved text shows by itself, a mistake stands above the last good page."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from projects import Sandbox, env, set_up_bakery, snapshot

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ROLE = "roles/baker.yml"
PATIENCE = 60_000


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    """A project with a mistake in it."""
    (tmp_path / "tmp").mkdir()
    sandbox = set_up_bakery(tmp_path / "a sandbox", sizes="page, phone")
    sandbox.edit(ROLE, "headline:", "hedline:")
    return sandbox


@pytest.fixture
def preview(sandbox: Sandbox) -> Iterator[str]:
    """The address of the preview; afterwards it has ended as it should and left nothing."""
    rooms = sandbox.root.parent / "tmp"
    before = snapshot(sandbox.docs)
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", "0"],
        cwd=sandbox.root,
        env=env({"PYTHONUNBUFFERED": "1", "TMPDIR": str(rooms)}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        found = re.search(r"http://127\.0\.0\.1:\d+/\S*", process.stdout.readline())
        assert found
        assert list(rooms.iterdir())
        yield found[0]
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert list(rooms.iterdir()) == []
    assert snapshot(sandbox.docs) == before
    assert not sandbox.site.exists()


def test_a_change_shows_a_mistake_stands_above_the_last_good_page_and_downloads_are_painted(
    sandbox: Sandbox, preview: str, chromium: Browser
) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        body, overlay = page.locator("body"), page.locator("#visavis-preview")

        # There is no good page yet.
        page.goto(preview)
        expect(overlay).to_contain_text('did you mean "headline"?', timeout=PATIENCE)
        sandbox.edit(ROLE, "hedline:", "headline:")
        expect(page.locator("h1")).to_be_visible(timeout=PATIENCE)
        expect(overlay).to_have_count(0, timeout=PATIENCE)

        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{preview}roles/baker/")
        expect(overlay).to_have_count(0)

        sandbox.put(ROLE, "tagline", "Looks after everybody")
        expect(body).to_contain_text("Looks after everybody", timeout=PATIENCE)

        mistake = "<img src=x onerror=\"document.title='owned'\">"
        line = sandbox.edit(ROLE, "tagline:", f"{mistake}:")
        expect(overlay).to_contain_text(f"content/{ROLE}:{line}:1", timeout=PATIENCE)
        expect(overlay).to_contain_text(f'"{mistake}" is not a field of a role')
        expect(overlay.locator("img")).to_have_count(0)
        expect(body).to_contain_text("Looks after everybody")
        page.reload()
        expect(overlay).to_contain_text("is not a field of a role", timeout=PATIENCE)

        sandbox.edit(ROLE, f"{mistake}:", "tagline:")
        expect(overlay).to_have_count(0, timeout=PATIENCE)
        assert "owned" not in page.title()
        assert complaints == []

        # A download is painted when it is asked for.
        kind = "bread-and-cake-comparison-table"
        answer = context.request.get(f"{preview}infographics/{kind}/{kind}-page-light.pdf", timeout=PATIENCE)
        assert answer.status == 200
        assert answer.body().startswith(b"%PDF-")

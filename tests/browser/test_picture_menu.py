"""The menu below a picture and the pages for other sites, in a real browser: what is copied, said, saved and shown."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Callable, Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]
Widen = Callable[[Page, int], None]

ID = "kam-vs-tm-comparison-table"
PICTURE = f"infographics/{ID}/"
TOPIC = "kam-vs-tm/role-overview/"
COPIED = {
    "Copy image link": rf"^https://[^ ]+/{ID}-slide-light\.png$",
    "Copy embed": rf'^<a href="https://[^"]+/infographics/{ID}/"><picture><source media="[^"]+" srcset=',
    "Copy alt text": r"^\w.+\.$",
}
SAID = {
    "Copy image link": "Link to the image copied.",
    "Copy embed": "Embed code copied.",
    "Copy alt text": "Alt text copied.",
}
REFUSING = """() => {
  navigator.clipboard.writeText = navigator.clipboard.write = () => Promise.reject(new Error('no'))
}"""
STORING_NOTHING = """() => {
  navigator.clipboard.write = async ([item]) => { await item.getType("image/png") }
}"""
PASTED = """async () => {
  const [item] = await navigator.clipboard.read()
  const image = await createImageBitmap(await item.getType('image/png'))
  return [image.width, image.height]
}"""


def menu(page: Page) -> Locator:
    """The first menu of a page on which the clipboard may be used."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page.locator(".menu").first


def said(of: Locator, words: str | re.Pattern[str]) -> None:
    expect(of.get_by_role("status")).to_have_text(words)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_image_is_copied_as_a_slide(visit: Visit, theme: str) -> None:
    page = visit(PICTURE, theme=theme)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    menu(page).get_by_role("button", name="Copy image", exact=True).click()
    said(menu(page), re.compile(r"^Image copied: .*1920 × 1080"))
    assert page.evaluate(PASTED) == [1920, 1080]
    assert [url.rpartition("/")[2] for url in asked if url.endswith(".png")] == [f"{ID}-slide-{theme}.png"]


@pytest.mark.parametrize("path", [PICTURE, TOPIC])
def test_words_are_copied_and_it_says_so(visit: Visit, path: str) -> None:
    page = visit(path)
    for name, holds in COPIED.items():
        if path == TOPIC:  # where the menu is folded, and again after each choice
            menu(page).locator("summary", has_text="Copy").click()
        menu(page).get_by_role("button", name=name).click()
        said(menu(page), SAID[name])
        words = holds if path == PICTURE else holds.replace(ID, "kam-vs-tm-[a-z-]+")
        assert re.search(words, page.evaluate("navigator.clipboard.readText()")), name


def test_a_browser_that_refuses_gets_the_image_opened_and_the_text_selected(visit: Visit) -> None:
    page = visit(PICTURE)
    page.evaluate(REFUSING)
    with page.context.expect_page() as opened:
        menu(page).get_by_role("button", name="Copy image", exact=True).click()
    assert opened.value.url.endswith(f"{ID}-slide-light.png")
    said(menu(page), re.compile("opened"))
    opened.value.close()
    menu(page).get_by_role("button", name="Copy alt text").click()
    field = menu(page).get_by_role("textbox", name="Copy alt text")
    expect(field).to_be_focused()
    assert page.evaluate("getSelection().toString()") == field.input_value() != ""
    said(menu(page), re.compile("selected"))
    menu(page).get_by_role("button", name="Copy embed").click()
    expect(menu(page).get_by_role("textbox")).to_have_count(1)


@pytest.mark.parametrize("path", [PICTURE, TOPIC])
def test_a_file_is_saved_by_size_theme_and_format(visit: Visit, path: str) -> None:
    page = visit(path, theme="dark")
    fold = menu(page).locator("details").last
    fold.locator("summary").click()
    expect(fold.get_by_label("Theme")).to_have_value("dark")
    fold.get_by_label("Size").select_option("phone")
    fold.get_by_label("Format").select_option("SVG")
    with page.expect_download() as saved:
        fold.get_by_role("link", name="Download file").click()
    assert re.fullmatch(r"kam-vs-tm-[a-z-]+-phone-dark\.svg", saved.value.suggested_filename)
    said(menu(page), f"Download started: {saved.value.suggested_filename}")


def test_only_files_that_are_there_can_be_chosen(visit: Visit) -> None:
    page = visit(PICTURE)
    fold = menu(page).locator("details").last
    fold.locator("summary").click()
    fold.get_by_label("Transparent").check()
    fold.get_by_label("Size").select_option("social")
    expect(fold.get_by_label("Transparent")).to_be_hidden()
    fold.get_by_label("Size").select_option("poster")
    expect(fold.get_by_label("Format")).to_have_value(".pdf")
    assert fold.locator("option[value='.png']").is_disabled()
    listed = set(page.evaluate("[...document.querySelectorAll('.files a')].map(a => a.href)"))
    for size in fold.get_by_label("Size").locator("option").all():
        fold.get_by_label("Size").select_option(size.get_attribute("value"))
        assert fold.get_by_role("link", name="Download file").evaluate("a => a.href") in listed


def test_how_files_are_wanted_is_chosen_once_for_every_page(visit: Visit, address: str) -> None:
    page = visit(PICTURE)
    menu(page).locator("> .menu__row > label", has_text="2×").click()
    menu(page).locator("> .menu__row > label", has_text="Transparent").click()
    for path in (PICTURE, "infographics/", "slides/", TOPIC):
        page.goto(address + path, wait_until="load")
        if path != PICTURE:
            menu(page).locator("summary", has_text="Copy").click()
        for name in ("2× the pixels", "Transparent"):
            expect(menu(page).get_by_label(name).first).to_be_checked()
        if path != TOPIC:  # so large an image takes the browser longer to store and to read than to fetch
            page.evaluate(STORING_NOTHING)
        menu(page).get_by_role("button", name="Copy image", exact=True).click()
        said(menu(page), re.compile(r"^Image copied: .*3840 × 2160 pixels\.$"))
        if path == TOPIC:
            assert page.evaluate(PASTED) == [3840, 2160]
        menu(page).locator("summary", has_text="Download").click()
        file = menu(page).get_by_role("link", name="Download file").evaluate("a => a.href")
        assert file.endswith("-slide-light-transparent@2x.png")
        assert page.request.get(file).ok
    menu(page).get_by_label("Transparent").last.press("Space")
    page.reload()
    menu(page).locator("summary", has_text="Download").click()
    expect(menu(page).get_by_label("2× the pixels").last).to_be_checked()
    expect(menu(page).get_by_label("Transparent").last).not_to_be_checked()
    menu(page).get_by_label("2× the pixels").last.press("Space")
    file = menu(page).get_by_role("link", name="Download file").evaluate("a => a.href")
    assert file.endswith("-slide-light.png")


def test_where_nothing_is_stored_the_choice_holds_for_the_page(visit: Visit) -> None:
    page = visit(PICTURE)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('refused') } }")
    menu(page).locator("> .menu__row > label", has_text="Transparent").click()
    menu(page).get_by_role("button", name="Copy image link").click()
    said(menu(page), "Link to the image copied.")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"{ID}-slide-light-transparent.png")


def test_the_menus_work_from_the_keyboard(visit: Visit) -> None:
    page = visit(TOPIC)
    copy, download = menu(page).locator("summary").all()
    copy.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(menu(page).get_by_role("button", name="Copy image", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(copy).to_be_focused()
    expect(menu(page).locator("details[open]")).to_have_count(0)
    copy.click()
    download.click()
    expect(menu(page).locator("details[open]")).to_have_count(1)
    page.locator("h1").click()
    expect(menu(page).locator("details[open]")).to_have_count(0)


@pytest.mark.parametrize("path", [PICTURE, TOPIC], scope="session")
def test_targets_are_large_and_panels_stay_on_the_screen(visit: Visit, widen: Widen, path: str) -> None:
    page = visit(path, width=320, reads=True)
    for width, fold in itertools.product((320, 360, 768, 1280), menu(page).locator("details").all()):
        widen(page, width)
        fold.locator("summary").click()
        parts = menu(page).locator("button:visible, summary:visible, select:visible, a:visible")
        boxes = parts.evaluate_all("all => all.map(e => e.getBoundingClientRect().toJSON())")
        assert boxes
        for box in boxes:
            assert box["height"] >= 24
            assert box["left"] >= 0
            assert box["right"] <= width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        fold.locator("summary").click()


@pytest.mark.parametrize("path", [PICTURE, TOPIC], scope="session")
def test_without_scripts_plain_links_stand_there(visit: Visit, path: str) -> None:
    page = visit(path, scripts=False)
    expect(page.locator(".menu").first).to_be_hidden()
    if path == TOPIC:
        expect(page.locator(".picture .more").first).to_be_visible()
    else:
        page.get_by_text("All files of this picture").click()
        expect(page.locator(".files a").first).to_be_visible()
        expect(page.get_by_text("<iframe src=")).to_be_visible()


# --- pages for other sites --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def elsewhere(chromium: Browser) -> Iterator[Page]:
    """A page of somebody else, whose content tests set: it has never shown the site, and nobody asks what it says."""
    page = chromium.new_page()
    yield page
    page.context.close()


@pytest.mark.parametrize(
    ("look", "theme", "shown"), [("", "light", "light"), ("", "dark", "dark"), ("dark/", "", "dark")]
)
def test_an_embed_page_shows_the_picture_and_leads_back(
    visit: Visit, address: str, look: str, theme: str, shown: str
) -> None:
    page = visit(f"embed/{ID}/{look}", theme=theme or "light")
    page.set_viewport_size({"width": 960, "height": 540})
    image = page.locator("img")
    assert image.evaluate("i => i.currentSrc").endswith(f"-slide-{shown}.svg")
    assert image.evaluate("i => [i.clientWidth, i.clientHeight]") == [960, 540]
    assert page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]") == [960, 540]
    assert page.locator("a").evaluate("a => a.href") == address + PICTURE


def test_a_pasted_frame_keeps_the_ratio_and_opens_the_page(elsewhere: Page, address: str) -> None:
    page = elsewhere
    code = page.request.get(f"{address}oembed/{ID}.json").json()["html"]
    published = re.search(r'src="(.*?)embed/', code)
    assert published
    page.set_content(f"<!doctype html><body>{code.replace(published[1], address)}")
    for width in (1280, 400):
        page.set_viewport_size({"width": width, "height": 800})
        wide, high = page.locator("iframe").evaluate("f => [f.clientWidth, f.clientHeight]")
        assert wide == min(960, width - 16)
        assert high == pytest.approx(wide * 540 / 960, abs=1)
    with page.context.expect_page() as opened:
        page.frame_locator("iframe").locator("a").click()
    opened.value.wait_for_load_state()
    assert opened.value.url == address + PICTURE
    expect(opened.value.locator(".menu").first).to_be_visible()
    opened.value.close()


# The colour scheme of a page and its ground.
HOSTS = {
    "light": ("", (255, 255, 255)),
    "dark panel": ("", (10, 20, 60)),
    "dark": ("dark", (10, 20, 60)),
}
DRESS = """([scheme, ground]) => {
  document.documentElement.style.colorScheme = scheme
  document.body.style.background = ground
}"""
# The frames of one page, and where each stands.
LOOKS = {"light": (0, 0), "dark": (500, 0), "transparent-light": (0, 300), "transparent-dark": (500, 300)}


@pytest.mark.parametrize("system", ["light", "dark"])
def test_on_somebody_else_s_page_a_frame_is_what_its_look_says(elsewhere: Page, address: str, system: str) -> None:
    page = elsewhere
    page.emulate_media(color_scheme=system)  # type: ignore[arg-type]
    page.set_viewport_size({"width": 1000, "height": 700})
    frames = []
    for look, (left, top) in LOOKS.items():
        scheme = "color-scheme: light; " if look.startswith("transparent") else ""
        place = f"{scheme}border: 0; position: absolute; left: {left}px; top: {top}px"
        frames.append(f'<iframe src="{address}embed/{ID}/{look}/" width="480" height="270" style="{place}"></iframe>')
    page.set_content(f"<!doctype html><body>{''.join(frames)}")
    for number in range(len(frames)):
        page.frame_locator("iframe").nth(number).locator("img").evaluate("i => i.decode()")
    for host, (scheme, behind) in HOSTS.items():
        page.evaluate(DRESS, [scheme, f"rgb{behind}"])
        with Image.open(io.BytesIO(page.screenshot())) as shot:
            corners = {look: shot.convert("RGB").getpixel((x + 10, y + 10)) for look, (x, y) in LOOKS.items()}
        for look, corner in corners.items():
            if look.startswith("transparent"):
                assert corner == behind, (host, look)
            else:
                assert isinstance(corner, tuple)
                assert (sum(corner) > 600) == (look == "light"), (host, look)


@pytest.mark.parametrize("path", [PICTURE], scope="session")
def test_the_pasted_picture_has_the_phone_s_drawing_on_a_phone(
    visit: Visit, elsewhere: Page, address: str, path: str
) -> None:
    found = visit(path, reads=True).locator("[data-copy=text][data-text*='<picture>']")
    pasted = found.get_attribute("data-text") or ""
    published = re.search(r'srcset="(.*?)infographics/', pasted)
    assert published
    page = elsewhere
    page.emulate_media(color_scheme="light")
    page.set_content(f"<!doctype html><body>{pasted.replace(published[1], address)}")
    for width, size in ((1280, "slide"), (360, "phone")):
        page.set_viewport_size({"width": width, "height": 800})
        image = page.locator("img")
        # A browser chooses anew some time after the window has changed.
        page.wait_for_function("end => document.images[0].currentSrc.endsWith(end)", arg=f"-{size}-light.svg")
        image.evaluate("i => i.decode()")
        wide, high, own = image.evaluate("i => [i.clientWidth, i.clientHeight, i.naturalWidth / i.naturalHeight]")
        assert wide <= width
        assert high == pytest.approx(wide / own, abs=1)


def test_a_frame_without_a_ground_shows_the_page_behind_it(visit: Visit) -> None:
    page = visit(f"embed/{ID}/transparent/")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert "-transparent" in page.locator("img").evaluate("i => i.currentSrc")


@pytest.mark.parametrize("path", [PICTURE], scope="session")
def test_oembed_is_announced_and_answers(visit: Visit, address: str, path: str) -> None:
    page = visit(path, reads=True)
    link = page.locator("link[rel~=alternate][type='application/json+oembed']").get_attribute("href") or ""
    assert link.endswith(f"/oembed/{ID}.json")
    answer = page.request.get(f"{address}oembed/{ID}.json").json()
    assert answer["type"] == "rich"
    assert f"/embed/{ID}/" in answer["html"]

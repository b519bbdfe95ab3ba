"""Where a file of the repository is found on the site, and how pages link to one another."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from masthead.addresses import address, on_site, relative_address, relative_path

STEPS = st.lists(st.sampled_from(["events", "a", "b", "a.b", "x.png", ".", "..", "index.md", ""]), max_size=4)
FOLDERS = st.lists(st.sampled_from(["events", "a", "b"]), max_size=3)


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("content/index.md", "index.md"),
        ("content/purpose.md", "purpose/index.md"),
        ("content/help/index.md", "help/index.md"),
        ("content/help/forms.md", "help/forms/index.md"),
        ("content/map.svg", "map.svg"),
        ("content/news/opened.md", "news/opened/index.md"),
        ("content/network/members/north-quay.yml", "members/north-quay/index.md"),
        ("content/network/members/quay.jpg", "members/quay.jpg"),
        ("content/network/people/ada.yml", "people/ada/index.md"),
        ("content/network/permissions/ada.yml", None),
        ("content/network/network.yml", None),
        ("case-studies/one-crane.md", "our-work/one-crane/index.md"),
        ("manifesto/manifesto.yml", "manifesto/index.md"),
        ("manifesto/why.md", "manifesto/why/index.md"),
        ("events/launch.yml", "events/launch/index.md"),
        ("events/chart.svg", "events/chart.svg"),
        ("brand/logo/logo.svg", "assets/brand/logo/logo.svg"),
        ("mkdocs.yml", None),
        ("../elsewhere.md", None),
    ],
)
def test_a_file_becomes_a_page_in_a_folder_of_its_own(path: str, page: str | None) -> None:
    assert on_site(path) == page


@pytest.mark.parametrize(
    ("page", "found"), [("index.md", ""), ("events/launch/index.md", "events/launch/"), ("a/b.svg", "a/b.svg")]
)
def test_the_address_of_a_page_is_its_folder(page: str, found: str) -> None:
    assert address(page) == found


@pytest.mark.parametrize(
    ("page", "target", "found"),
    [
        ("index.md", "events/index.md", "events/"),
        ("events/index.md", "index.md", "../"),
        ("index.md", "index.md", "./"),
        ("events/launch/index.md", "events/launch/index.md", "./"),
        ("events/launch/index.md", "events/talk/index.md", "../talk/"),
        ("events/launch/index.md", "manifesto.pdf", "../../manifesto.pdf"),
        ("events/launch/index.md", "events/chart.svg", "../chart.svg"),
        ("404.md", "events/index.md", "events/"),
    ],
)
def test_html_links_to_an_address_relative_to_the_page(page: str, target: str, found: str) -> None:
    assert relative_address(page, target) == found


@given(FOLDERS, STEPS)
def test_an_address_is_relative_as_the_system_has_it(folders: list[str], steps: list[str]) -> None:
    folder, target = "/".join(folders), "/".join(steps)
    found = posixpath.relpath("/" + address(target), "/" + folder)
    end = "/" if address(target).endswith("/") or not address(target) else ""
    assert relative_address(posixpath.join(folder, "index.md"), target) == found + end


def test_markdown_links_to_a_path_relative_to_the_page() -> None:
    assert relative_path("events/launch/index.md", "events/talk/index.md") == "../talk/index.md"
    assert relative_path("index.md", "events/index.md") == "events/index.md"

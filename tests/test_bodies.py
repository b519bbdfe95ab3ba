"""A page's Markdown becomes what an engine makes of it; finished HTML goes past Markdown and comes back as it was."""

import pytest

from masthead.bodies import Body, Entry, Extensions, without_blocks
from masthead.frames import Page
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish

LIST = '<ul class="mh-cards">\n<li class="mh-card"><ul>\n<li>One</li>\n</ul></li>\n</ul>'
DATA = '<script type="application/ld+json">{"@type": "Event"}</script>'
PLAIN = Extensions.of(["attr_list", {"toc": {"permalink": "#"}}])


def test_components_and_records_for_search_engines_are_set_aside_and_words_stay() -> None:
    text = f"Some *words*.\n\n{LIST}\n\n## Agenda {{ #agenda }}\n\n{LIST}\n\n{DATA}\n"
    marked = 'Some *words*.\n\n<div data-aside="0"></div>\n\n## Agenda { #agenda }\n\n<div data-aside="1"></div>'
    joined = f"{LIST}\n\n{DATA}"  # what stands together has one mark
    assert without_blocks(text) == (f"{marked}\n", (LIST, joined))


@pytest.mark.parametrize(
    "text",
    [
        '<div class="mh-box">\nAn author\'s own, open.',
        '<p class="mh-one">One</p> and words',
        '<p class="mh-one">One</p>\n<p class="mh-two">Two',
        '<p class="mh-one">One</p>\n\n<div markdown>\n\nA *word*\n\n</div>',
        '<div class="mh-one" markdown="1">\nA *word*\n</div>',
        '  <p class="mh-one">Code</p>',
        "<p>Any other</p>",
        "<script>alert(1)</script>",
    ],
)
def test_what_is_no_whole_component_stays(text: str) -> None:
    assert without_blocks(text) == (text, ())


def test_nothing_but_words_is_left_of_a_records_page(public: Publication) -> None:
    (page,) = (Page.of(one) for one in publish(public) if one.path == "events/launch/index.md")
    text, _ = without_blocks(page.body)
    assert 'class="mh-' not in text


def test_what_was_set_aside_stands_where_it_stood_and_headings_are_listed() -> None:
    text = f"{LIST}\n\n## *One* {{ #one }}\n\n### Below\n\nWords\n\n{DATA}\n\n## Two\n"
    heading = '<h2 id="one"><em>One</em><a class="headerlink" href="#one" title="Permanent link">#</a></h2>\n'
    below = '<h3 id="below">Below<a class="headerlink" href="#below" title="Permanent link">#</a></h3>\n'
    two = '<h2 id="two">Two<a class="headerlink" href="#two" title="Permanent link">#</a></h2>'
    html = f"{LIST}\n\n{heading}{below}<p>Words</p>\n{DATA}\n\n{two}"
    assert PLAIN.convert(text, "events/a/index.md") == Body(html, (Entry("#one", "One"), Entry("#two", "Two")))


def test_a_component_that_an_author_shows_as_code_is_code() -> None:
    body = PLAIN.convert(f"~~~\nA list:\n\n{LIST}\n\nIts end.\n~~~\n", "index.md")
    assert LIST not in body.html
    assert '&lt;ul class="mh-cards"&gt;' in body.html.replace("&quot;", '"')


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("../launch/index.md", "../launch/"),
        ("../../index.md#top", "../../#top"),
        ("../index.md?day=1", "../?day=1"),
        ("index.md#agenda", "./#agenda"),
        ("../../files/plan.pdf", "../../files/plan.pdf"),
        ("https://site.example/index.md", "https://site.example/index.md"),
        ("/index.md", "/index.md"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("#agenda", "#agenda"),
    ],
)
def test_links_to_pages_lead_to_their_addresses(link: str, address: str) -> None:
    assert PLAIN.convert(f"[Words]({link})", "events/talk/index.md").html == f'<p><a href="{address}">Words</a></p>'

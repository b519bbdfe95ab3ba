"""Every component has examples; each is what its views say, and is printed."""

import pytest
from markupsafe import Markup
from pydantic import ValidationError

from masthead.examples import ARGUMENTS, _values, examples, printed
from masthead.load import load
from masthead.render import environment
from masthead.rewriting import named
from masthead.styles import TEMPLATES
from tests.conftest import TESTS

COMPONENTS = sorted(path.name for path in (TEMPLATES / "components").iterdir())


def test_every_component_says_what_its_arguments_are() -> None:
    assert sorted(ARGUMENTS) == COMPONENTS


@pytest.mark.parametrize("name", COMPONENTS)
def test_the_arguments_are_those_of_the_macro(name: str) -> None:
    macro = getattr(environment().get_template(f"components/{name}/{name}.jinja").module, name.replace("-", "_"))
    assert tuple(ARGUMENTS[name]) == macro.arguments


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_has_an_example_and_each_prints_something(name: str) -> None:
    shown = dict(printed(name, "logo.svg"))
    assert shown
    assert [title for title, html in shown.items() if not html.strip()] == []


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_argument_is_given_in_some_example(name: str) -> None:
    most = max(len(example.values) for example in examples(name, "logo.svg"))
    assert most == len(ARGUMENTS[name])


def test_an_example_prints_the_component_as_a_page_would() -> None:
    name, html = next(printed("action", ""))
    assert (name, html) == (
        "A button that leads to the one thing a page asks for",
        Markup('<p class="mh-action"><a class="mh-button" href="#register">Register for the event</a></p>'),
    )


def test_what_is_left_out_stands_at_the_end() -> None:
    with pytest.raises(ValueError, match=r"^pager takes previous, next, and is given next\.$"):
        _values("pager", {"next": None})


def test_a_field_that_the_view_does_not_have_is_refused() -> None:
    with pytest.raises(ValidationError, match="Unexpected keyword argument"):
        _values("action", {"anchor": {"text": "Go", "href": "#", "colour": "red"}})


@pytest.mark.parametrize("name", COMPONENTS)
def test_no_example_names_anybody_who_might_be_withheld(name: str) -> None:
    """The page of the brand shows examples on every site, whatever its records allow."""
    network = load(TESTS.parent).network
    names = named(network.people.values()) if network else None
    assert names
    assert [html for _, html in printed(name, "logo.svg") if names.search(html)] == []

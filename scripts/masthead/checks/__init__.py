"""What must hold between records. Each check is a function from the network and its sources to problems."""

from collections.abc import Callable, Iterator

from masthead.checks.anchors import anchors_exist, headings_go_down_by_one
from masthead.checks.chapters import chapters_are_listed
from masthead.checks.comments import comments_cut_off_no_text
from masthead.checks.forms import (
    attributes_belong_to_something,
    links_have_their_form,
    pieces_have_their_form,
    references_are_defined,
)
from masthead.checks.headings import case_studies_tell_the_story
from masthead.checks.markup import extensions_are_known, pictures_have_words, texts_do_no_harm
from masthead.checks.names import names_make_addresses, names_suit_every_system
from masthead.checks.navigation import navigation_leads_somewhere, needed_pages_are_there
from masthead.checks.pieces import figures_have_answers, pieces_are_known
from masthead.checks.references import brand_files_exist, links_lead_somewhere, references_exist
from masthead.checks.times import agendas_go_forward, clocks_show_all_times, times_make_sense
from masthead.checks.tokens import tokens_are_complete
from masthead.model.network import Network
from masthead.problem import Problem
from masthead.source import Sources

Check = Callable[[Network, Sources], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    references_exist,
    links_lead_somewhere,
    pieces_are_known,
    pieces_have_their_form,
    attributes_belong_to_something,
    links_have_their_form,
    references_are_defined,
    comments_cut_off_no_text,
    figures_have_answers,
    navigation_leads_somewhere,
    needed_pages_are_there,
    chapters_are_listed,
    case_studies_tell_the_story,
    times_make_sense,
    clocks_show_all_times,
    agendas_go_forward,
    brand_files_exist,
    tokens_are_complete,
    names_make_addresses,
    names_suit_every_system,
    texts_do_no_harm,
    pictures_have_words,
    extensions_are_known,
    anchors_exist,
    headings_go_down_by_one,
)


def check(network: Network, sources: Sources) -> tuple[Problem, ...]:
    """The problems of all checks, sorted by place."""
    return tuple(sorted(problem for one in CHECKS for problem in one(network, sources)))

"""What must hold between records. Each check is a function from the network and its sources to problems."""

import datetime as dt
from collections.abc import Callable, Iterator

from masthead.checks.accounts import (
    accounts_are_kept_up,
    evidence_exists,
    promises_can_be_followed,
    readings_fit_their_measure,
    theory_has_no_circle,
)
from masthead.checks.agendas import agendas_are_within_their_events, agendas_go_forward, rooms_are_used_once_at_a_time
from masthead.checks.anchors import anchors_exist, headings_go_down_by_one
from masthead.checks.announced import (
    announcements_follow_one_another,
    postponed_events_have_another_date,
    what_does_not_take_place_has_a_reason,
)
from masthead.checks.attendance import (
    figures_may_be_shown,
    numbers_of_people_fit,
    numbers_of_series_go_up,
    registration_closes_in_time,
)
from masthead.checks.chapters import chapters_are_listed
from masthead.checks.comments import comments_cut_off_no_text
from masthead.checks.contrast import colours_have_contrast
from masthead.checks.drafts import what_is_public_needs_no_draft
from masthead.checks.engine import engine_is_set_up
from masthead.checks.figures import figures_are_known, figures_have_sources
from masthead.checks.forms import (
    attributes_belong_to_something,
    code_has_an_end,
    links_have_their_form,
    pieces_have_their_form,
    references_are_defined,
)
from masthead.checks.headings import case_studies_tell_the_story
from masthead.checks.markup import extensions_are_known, pictures_have_words, texts_do_no_harm
from masthead.checks.moved import former_addresses_are_free
from masthead.checks.names import names_make_addresses, names_suit_every_system
from masthead.checks.navigation import navigation_leads_somewhere, needed_pages_are_there
from masthead.checks.once import nothing_is_named_twice, pieces_stand_once
from masthead.checks.permissions import addresses_name_nobody, permissions_last
from masthead.checks.pictures import (
    drawings_stand_alone,
    fonts_have_every_character,
    pictures_are_files_of_ours,
    pictures_can_be_shown,
)
from masthead.checks.pieces import figures_have_answers, pieces_are_known
from masthead.checks.reading import texts_can_be_read, texts_do_not_shout
from masthead.checks.references import brand_files_exist, links_lead_somewhere, references_exist
from masthead.checks.roles import members_belonged_then, roles_were_held_then
from masthead.checks.times import clocks_show_all_times, times_make_sense
from masthead.checks.today import past_events_are_settled, results_come_after_the_event, statements_are_reviewed
from masthead.checks.tokens import tokens_are_complete, tokens_are_used
from masthead.checks.words import links_have_words, links_say_where_they_lead
from masthead.model.network import Network
from masthead.problem import Problem
from masthead.source import Sources

Check = Callable[[Network, Sources], Iterator[Problem]]
CheckOnDay = Callable[[Network, Sources, dt.date], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    references_exist,
    links_lead_somewhere,
    pieces_are_known,
    pieces_have_their_form,
    pieces_stand_once,
    nothing_is_named_twice,
    code_has_an_end,
    attributes_belong_to_something,
    links_have_their_form,
    references_are_defined,
    comments_cut_off_no_text,
    figures_have_answers,
    figures_are_known,
    figures_have_sources,
    navigation_leads_somewhere,
    needed_pages_are_there,
    engine_is_set_up,
    chapters_are_listed,
    case_studies_tell_the_story,
    times_make_sense,
    clocks_show_all_times,
    agendas_go_forward,
    agendas_are_within_their_events,
    rooms_are_used_once_at_a_time,
    announcements_follow_one_another,
    postponed_events_have_another_date,
    what_does_not_take_place_has_a_reason,
    registration_closes_in_time,
    numbers_of_people_fit,
    numbers_of_series_go_up,
    figures_may_be_shown,
    brand_files_exist,
    tokens_are_complete,
    tokens_are_used,
    colours_have_contrast,
    names_make_addresses,
    names_suit_every_system,
    former_addresses_are_free,
    texts_do_no_harm,
    pictures_have_words,
    extensions_are_known,
    anchors_exist,
    headings_go_down_by_one,
    pictures_can_be_shown,
    drawings_stand_alone,
    pictures_are_files_of_ours,
    fonts_have_every_character,
    links_have_words,
    evidence_exists,
    readings_fit_their_measure,
    theory_has_no_circle,
    promises_can_be_followed,
    roles_were_held_then,
    members_belonged_then,
    links_say_where_they_lead,
    texts_can_be_read,
    texts_do_not_shout,
)


CHECKS_ON_DAY: tuple[CheckOnDay, ...] = (
    past_events_are_settled,
    results_come_after_the_event,
    accounts_are_kept_up,
    permissions_last,
    addresses_name_nobody,
    what_is_public_needs_no_draft,
    statements_are_reviewed,
)


def check(network: Network, sources: Sources, day: dt.date) -> tuple[Problem, ...]:
    """The problems of all checks, sorted by place. Some checks find another thing on another day."""
    always = (problem for one in CHECKS for problem in one(network, sources))
    return tuple(sorted((*always, *check_on_day(network, sources, day))))


def check_on_day(network: Network, sources: Sources, day: dt.date) -> tuple[Problem, ...]:
    """What those checks find that find another thing on another day."""
    return tuple(problem for one in CHECKS_ON_DAY for problem in one(network, sources, day))

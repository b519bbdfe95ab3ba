"""What must hold between records. Each check is a function from the network and its sources to problems."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

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
from masthead.checks.permissions import addresses_name_nobody, permissions_last, quotations_were_permitted
from masthead.checks.pictures import (
    drawings_stand_alone,
    fonts_have_every_character,
    fonts_have_every_character_of_drawings,
    pictures_are_files_of_ours,
    pictures_can_be_shown,
)
from masthead.checks.pieces import figures_have_answers, pieces_are_known
from masthead.checks.reading import texts_can_be_read, texts_do_not_shout
from masthead.checks.references import brand_files_exist, links_lead_somewhere, references_exist
from masthead.checks.roles import members_belonged_then, roles_were_held_then
from masthead.checks.subject import Basis, Subject, Subjects, basis_of, subjects_of
from masthead.checks.times import clocks_show_all_times, times_make_sense
from masthead.checks.today import past_events_are_settled, results_come_after_the_event, statements_are_reviewed
from masthead.checks.tokens import tokens_are_complete, tokens_are_used
from masthead.checks.words import links_have_words, links_say_where_they_lead
from masthead.limits import PICTURE_FORMATS
from masthead.load import TOKENS
from masthead.memory import Memory, hash_of
from masthead.model.network import Network
from masthead.problem import Problem
from masthead.rooms import CONFIG
from masthead.source import File, Sources

MANY, LOT = 100, 25  # files: of fewer, other processes are no help; and how many one of them takes at a time
JUDGED = (*PICTURE_FORMATS, ".svg")

Check = Callable[[Network, Sources], Iterator[Problem]]
CheckOfTexts = Callable[[Network, Sources, Subjects], Iterator[Problem]]
CheckOnDay = Callable[[Network, Sources, dt.date], Iterator[Problem]]
CheckOfOne = Callable[[Subject], Iterator[Problem]]
CheckOfFile = Callable[[File, Basis], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    figures_have_answers,
    navigation_leads_somewhere,
    needed_pages_are_there,
    engine_is_set_up,
    chapters_are_listed,
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
    names_make_addresses,
    names_suit_every_system,
    former_addresses_are_free,
    evidence_exists,
    readings_fit_their_measure,
    theory_has_no_circle,
    promises_can_be_followed,
    quotations_were_permitted,
    roles_were_held_then,
    members_belonged_then,
)

CHECKS_OF_TEXTS: tuple[CheckOfTexts, ...] = (
    references_exist,
    links_lead_somewhere,
    pieces_are_known,
    figures_are_known,
    anchors_exist,
    links_have_words,
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

# What these find is remembered, so they read nothing but what they are given.
CHECKS_OF_ONE: tuple[CheckOfOne, ...] = (
    pieces_have_their_form,
    pieces_stand_once,
    nothing_is_named_twice,
    code_has_an_end,
    attributes_belong_to_something,
    links_have_their_form,
    references_are_defined,
    comments_cut_off_no_text,
    figures_have_sources,
    case_studies_tell_the_story,
    texts_do_no_harm,
    pictures_have_words,
    headings_go_down_by_one,
    times_make_sense,
    clocks_show_all_times,
    agendas_go_forward,
    agendas_are_within_their_events,
    rooms_are_used_once_at_a_time,
    pictures_are_files_of_ours,
    fonts_have_every_character,
    links_say_where_they_lead,
    texts_can_be_read,
    texts_do_not_shout,
)
CHECKS_OF_FILES: tuple[CheckOfFile, ...] = (
    pictures_can_be_shown,
    drawings_stand_alone,
    fonts_have_every_character_of_drawings,
)
CHECKS_OF_SINGLE_FILES: Mapping[Check, str] = {colours_have_contrast: TOKENS, extensions_are_known: CONFIG}


def check(network: Network, sources: Sources, day: dt.date, memory: Memory | None = None) -> tuple[Problem, ...]:
    """The problems of all checks, sorted by place. Some checks find another thing on another day."""
    memory = memory or Memory()
    memory.subjects = subjects = subjects_of(network, sources, memory.subjects)
    of_texts = [problem for one in CHECKS_OF_TEXTS for problem in one(network, sources, subjects)]
    with _judging([one for one in subjects.values() if one.key not in memory.known]) as judged:
        always = [problem for one in CHECKS for problem in one(network, sources)]
        today = check_on_day(network, sources, day)
        alone = [*_of_files(network, sources, memory)]
        found = judged()
    for subject in subjects.values():
        alone += memory.problems(subject.key, partial(_found, subject, found))
    return tuple(sorted((*of_texts, *always, *today, *alone)))


def check_on_day(network: Network, sources: Sources, day: dt.date) -> tuple[Problem, ...]:
    """What those checks find that find another thing on another day."""
    return tuple(problem for one in CHECKS_ON_DAY for problem in one(network, sources, day))


def _of_files(network: Network, sources: Sources, memory: Memory) -> Iterator[Problem]:
    """What each picture shows, and each file that is judged by a check of its own: worked out where nobody remembers
    it.
    """
    for one, path in CHECKS_OF_SINGLE_FILES.items():
        key = hash_of((one.__name__, sources.texts[path].text))
        yield from memory.problems(key, partial(one, network, sources))
    basis = basis_of(network, sources)
    for path, file in sources.files.items():
        if path.lower().endswith(JUDGED):
            key = hash_of((path, file.digest, basis.key))
            yield from memory.problems(key, partial(_of_file, file, basis))


def _found(subject: Subject, found: Mapping[str, Sequence[Problem]]) -> Iterable[Problem]:
    return found[subject.key] if subject.key in found else judged_alone(subject)


@contextmanager
def _judging(subjects: Sequence[Subject]) -> Iterator[Callable[[], Mapping[str, Sequence[Problem]]]]:
    """What many files show, each by itself, worked out by all processors meanwhile; of few, nothing."""
    if len(subjects) < MANY:
        yield dict
        return
    from masthead.shares import processes, sharing  # most checks have few new files

    longest_first = sorted(subjects, key=lambda one: -len(one.source.text))
    first = _of_lot(longest_first[:1])  # what it imports, all processes have
    lots = [longest_first[start : start + LOT] for start in range(1, len(subjects), LOT)]
    number = processes()
    with sharing(_of_lot, lots if number > 1 else (), number) as made:
        yield lambda: first | made()


def _of_lot(subjects: Sequence[Subject]) -> dict[str, list[Problem]]:
    return {one.key: list(judged_alone(one)) for one in subjects}


def judged_alone(subject: Subject) -> Iterator[Problem]:
    """What a file shows by itself."""
    return (problem for one in CHECKS_OF_ONE for problem in one(subject))


def _of_file(file: File, basis: Basis) -> Iterator[Problem]:
    return (problem for one in CHECKS_OF_FILES for problem in one(file, basis))

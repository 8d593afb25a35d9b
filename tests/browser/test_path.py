"""The whole path, clicked as one story on an installation that nobody has set up (steps 1 to 13 of the main job).

The steps build on one another: they run in order, in one process, and the first fault ends the story.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.installation import Installation
from tests.browser.story import (
    applying,
    auditing,
    briefing,
    calling,
    choosing,
    incident,
    measuring,
    onboarding,
    setting_up,
    sharing,
)
from tests.browser.story.stage import Stage

STEPS = [
    setting_up.set_up_company,
    setting_up.allow_domain,
    setting_up.import_people,
    setting_up.import_again,
    setting_up.look_at_workforce,
    setting_up.grant_roles,
    setting_up.staff_sign_in,
    calling.make_programme,
    calling.add_unit_rule,
    calling.publish_texts,
    calling.sign_impact_note,
    calling.open_call,
    calling.look_at_code_for_groups,
    applying.everybody_comes,
    applying.used_link_says_so,
    applying.everybody_applies,
    applying.evidence_is_shown,
    auditing.rude_one_disputes,
    auditing.everybody_submits,
    auditing.first_reviewer_decides_by_keys,
    auditing.second_reviewer_disagrees,
    auditing.third_reviewer_breaks_the_tie,
    auditing.outcome_is_told,
    auditing.rude_one_asks_for_a_second_look,
    auditing.fourth_reviewer_answers,
    auditing.others_see_nothing,
    choosing.propose_team,
    choosing.swap_two,
    choosing.drag_and_take_back,
    choosing.second_person_approves,
    choosing.publish_team,
    choosing.all_are_told,
    onboarding.look_at_course,
    onboarding.chosen_get_ready,
    onboarding.team_is_active,
    briefing.write_brief,
    briefing.write_story,
    briefing.members_read_brief,
    sharing.share_own_words,
    sharing.share_caption_with_proof,
    sharing.link_counts_one_person,
    incident.declare,
    incident.sharing_is_refused,
    incident.open_page_is_refused,
    incident.member_acknowledges,
    incident.close,
    measuring.dashboard_counts_the_click,
    measuring.member_sees_own_results,
    measuring.record_holds_the_acts,
    measuring.english_too,
]


@pytest.fixture(scope="module")
def stage(fresh: Installation, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    told = Stage(fresh, browser, tmp_path_factory.mktemp("story"))
    yield told
    told.close()


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
def test_path(stage: Stage, step: Callable[[Stage], None]) -> None:
    if stage.broken:
        pytest.skip(f"the story ended at {stage.broken}")
    stage.broken = step.__name__
    step(stage)
    assert stage.faults == []
    stage.broken = ""

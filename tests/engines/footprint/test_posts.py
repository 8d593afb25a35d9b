from collections import defaultdict

import pytest

from digitroops.engines.footprint import Scanner
from tests.engines.footprint.posts import HURTFUL, load_cases, load_innocent, load_posts, macro_f1

SCANNER = Scanner()
POSTS = load_posts()
CASES = load_cases()


def found(text, wanted):
    return any(finding.category in wanted for finding in SCANNER.scan(text))


def test_posts_are_many_and_balanced():
    assert len(POSTS) >= 800
    assert 0.4 < sum(post.hurtful for post in POSTS) / len(POSTS) < 0.6


@pytest.mark.parametrize("split", ["develop", "judge"])
def test_abusive_posts_are_told_from_the_rest(split):
    posts = [post for post in POSTS if post.split == split]
    judged = [found(post.text, {"abusive"}) for post in posts]
    assert macro_f1([post.abusive for post in posts], judged) >= 0.85


@pytest.mark.parametrize("language", ["id", "jv", "su"])
@pytest.mark.parametrize("split", ["develop", "judge"])
def test_hurtful_posts_are_told_from_the_rest(split, language):
    posts = [post for post in POSTS if (post.split, post.language) == (split, language)]
    judged = [found(post.text, HURTFUL) for post in posts]
    assert macro_f1([post.hurtful for post in posts], judged) >= 0.85


@pytest.mark.parametrize("split", ["develop", "judge"])
def test_functional_cases_are_told_apart(split):
    cases = [case for case in CASES if case.split == split]
    judged = [found(case.text, {"hate"}) for case in cases]
    assert macro_f1([case.hateful for case in cases], judged) >= 0.8


@pytest.mark.parametrize("split", ["develop", "judge"])
def test_innocent_posts_are_rarely_flagged(split):
    posts = [post for post in load_innocent() if post.split == split]
    assert sum(bool(SCANNER.scan(post.text)) for post in posts) <= 0.08 * len(posts)


def test_innocent_functions_are_rarely_flagged():
    flagged = defaultdict(list)
    for case in CASES:
        if not case.hateful:
            flagged[case.function].append(found(case.text, {"hate"}))
    assert {
        name: sum(flags) / len(flags) for name, flags in flagged.items() if sum(flags) > 0.15 * len(flags)
    } == {}

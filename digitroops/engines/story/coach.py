"""The coach: reads a draft as a kind editor would and says what would make it a better story."""

from collections.abc import Iterator
from dataclasses import dataclass

from digitroops.engines.story.advice import Advice, Kind
from digitroops.engines.story.cues import (
    CLAIM,
    DISCLOSED,
    FIRST_PERSON,
    FORMULA,
    INVITATION,
    JARGON,
    NAMED,
    NOT_MINE,
    PLACE,
    SOURCE,
    SPEECH,
    TIME,
    TURN,
)
from digitroops.engines.story.likeness import most_alike, repeated
from digitroops.engines.story.platforms import ROOMS
from digitroops.engines.story.readable import readability
from digitroops.engines.story.words import LINK, WORD, Sentence, Span, plain, sentences_of, words_of

COPIED = 0.85
CLOSE = 0.5
REPEATED_WORDS = 8
TEAM_COPY = 0.7
FEWEST_WORDS = 12
STORY_WORDS = 60
LONG_SENTENCE = 25
MUCH_LONGER = 90
MUCH_PASSIVE = 0.15
ENOUGH_TO_RANK = 30

ORDER = {"important": 0, "hint": 1, "good": 2}


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with what it is for.

    `captions` are the supplied ones, `others` what colleagues have shared of the same story. `employer` are the names
    by which the company is known. `disclosed` says that the platform or the profile tells it already.
    """

    text: str
    platform: str = ""
    captions: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    employer: tuple[str, ...] = ()
    disclosed: bool = False


def coach(draft: Draft) -> tuple[Advice, ...]:
    """Advice on a draft: the important first, then hints, then what is good. Nothing for a draft without a word."""
    if not words_of(draft.text):
        return ()
    sentences = list(sentences_of(draft.text))
    found = (
        *on_own_words(draft),
        *on_length(draft),
        *on_hook(draft, sentences),
        *on_story(draft),
        *on_sources(draft, sentences),
        *on_reading(draft, sentences),
        *on_disclosure(draft),
    )
    return tuple(sorted(found, key=lambda advice: ORDER[advice.severity]))


def on_own_words(draft: Draft) -> Iterator[Advice]:
    """How far the words are those of the supplied captions or of a colleague."""
    colleague = most_alike(draft.text, draft.others)
    if colleague and colleague[1] >= TEAM_COPY:
        yield Advice("own_words", None, "important", "team_copy")
    nearest = most_alike(draft.text, draft.captions)
    if nearest is None:
        return
    place, likeness = nearest
    run = repeated(draft.text, draft.captions[place])
    if likeness >= COPIED:
        yield Advice("own_words", None, "important", "copied")
    elif run and run[1] >= REPEATED_WORDS:
        yield Advice("own_words", run[0], "hint", "repeats", {"words": run[1]})
    elif likeness >= CLOSE:
        yield Advice("own_words", None, "hint", "close", {"percent": round(100 * likeness)})
    else:
        yield Advice("own_words", None, "good", "own_words")


def on_length(draft: Draft) -> Iterator[Advice]:
    """Whether the text fits the platform, says enough and is not hung with hashtags."""
    room = ROOMS.get(draft.platform)
    words = len(words_of(draft.text))
    if words < FEWEST_WORDS:
        yield Advice("length", None, "hint", "too_short", {"words": words})
    if room is None:
        return
    length, hashtags = room.length(draft.text), draft.text.count("#")
    if length > room.most:
        over: dict[str, str | int] = {
            "length": length,
            "most": room.most,
            "over": length - room.most,
            "platform": draft.platform,
        }
        yield Advice("length", None, "important", "too_long", over)
    if hashtags > room.hashtags:
        many: dict[str, str | int] = {"number": hashtags, "most": room.hashtags, "platform": draft.platform}
        yield Advice("length", None, "hint", "many_hashtags", many)


def on_hook(draft: Draft, sentences: list[Sentence]) -> Iterator[Advice]:
    """Whether the first sentence makes one read on."""
    if not sentences:
        return
    first, room = sentences[0], ROOMS.get(draft.platform)
    if FORMULA.search(first.text):
        yield Advice("hook", first.span, "hint", "formula")
    elif room and first.span[1] > room.shown:
        where: dict[str, str | int] = {"platform": draft.platform, "shown": room.shown}
        yield Advice("hook", first.span, "hint", "late_hook", where)
    elif len(first.words) <= FEWEST_WORDS and len(sentences) > 1:
        yield Advice("hook", first.span, "good", "good_hook")


def on_story(draft: Draft) -> Iterator[Advice]:
    """Who is in it, what can be pictured, what changes, and whether readers are asked in."""
    text, words = plain(draft.text), words_of(draft.text)
    named = NAMED.search(text)
    person = bool(named) or any(word in FIRST_PERSON or is_mine(word) for word in words)
    yield seen("person", there=person)
    detail = next((found for cue in (SPEECH, PLACE, TIME) if (found := cue.search(text))), None)
    yield seen("detail", detail.span() if detail else None, there=bool(detail or named))
    if len(words) >= STORY_WORDS and not TURN.intersection(words):
        yield Advice("turn", None, "hint", "no_turn")
    yield seen("invitation", there="?" in text or bool(INVITATION.search(text)))


def seen(kind: Kind, span: Span | None = None, *, there: bool) -> Advice:
    """Praise for what a story has, or a hint that it has none."""
    return Advice(kind, span, "good", f"has_{kind}") if there else Advice(kind, None, "hint", f"no_{kind}")


def is_mine(word: str) -> bool:
    """Whether a word ends in -ku, "my": rumahku, temanku; not buku, saku, perilaku."""
    return word.endswith("ku") and len(word) > len("bangku") and word not in NOT_MINE


def on_sources(draft: Draft, sentences: list[Sentence]) -> Iterator[Advice]:
    """Every number that claims something and has no source in its sentence or the next, nor a link anywhere."""
    if LINK.search(draft.text):
        return
    for place, sentence in enumerate(sentences):
        near = draft.text[sentence.span[0] : sentences[min(place + 1, len(sentences) - 1)].span[1]]
        claim = CLAIM.search(sentence.text)
        if claim and not SOURCE.search(near):
            span = (sentence.span[0] + claim.start(), sentence.span[0] + claim.end())
            yield Advice("source", span, "important", "no_source", {"claim": claim[0]})


def on_reading(draft: Draft, sentences: list[Sentence]) -> Iterator[Advice]:
    """Long sentences, long words, passive voice, office words and shouting."""
    for sentence in sentences:
        if len(sentence.words) > LONG_SENTENCE:
            count = {"words": len(sentence.words)}
            yield Advice("reading", sentence.span, "hint", "long_sentence", count)
    for found in WORD.finditer(plain(draft.text)):
        better = JARGON.get(found[0].casefold())
        if better:
            yield Advice("reading", found.span(), "hint", "jargon", {"word": found[0], "plain": better})
    measures = readability(draft.text)
    if measures and measures.words >= ENOUGH_TO_RANK:
        if measures.longer_sentences_than >= MUCH_LONGER:
            percent = {"percent": measures.longer_sentences_than}
            yield Advice("reading", None, "hint", "long_sentences", percent)
        if measures.longer_words_than >= MUCH_LONGER:
            yield Advice("reading", None, "hint", "long_words", {"percent": measures.longer_words_than})
        if measures.passive > MUCH_PASSIVE:
            yield Advice("reading", None, "hint", "passive")
    loud = shouted(draft.text)
    if loud:
        yield Advice("reading", loud, "hint", "shouting")


def shouted(text: str) -> Span | None:
    """The first run of four words and more in capitals."""
    run: list[Span] = []
    for found in WORD.finditer(plain(text)):
        run = [*run, found.span()] if found[0].isupper() and len(found[0]) > 1 else []
        if len(run) >= 4:
            return (run[0][0], run[-1][1])
    return None


def on_disclosure(draft: Draft) -> Iterator[Advice]:
    """Whether readers can see that the writer works for the company they write about."""
    about = draft.captions or any(name.casefold() in draft.text.casefold() for name in draft.employer if name)
    if draft.disclosed or not about:
        return
    found = DISCLOSED.search(draft.text)
    if found:
        yield Advice("disclosure", found.span(), "good", "disclosed")
    else:
        employer = next((name for name in draft.employer if name), "…")
        yield Advice("disclosure", None, "important", "no_disclosure", {"employer": employer})

"""The engine's reasons in sentences, with people's names in the place of their keys."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from digitroops.engines.roster import (
    Apart,
    AtLeast,
    AtMost,
    Infeasible,
    Must,
    MustNot,
    Reason,
    Rule,
    Together,
    reason_text,
    rule_text,
)
from digitroops.people.models import Generation
from digitroops.programme.models import Criterion, Member, Platform, Programme

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")


def viewer_language() -> Language:
    """The language of the reader, of the two in which sentences are kept."""
    return "en" if (get_language() or "id").startswith("en") else "id"


def names_in(programme: Programme) -> dict[str, str]:
    """Everybody's name in a programme, by the key the engine knows them by."""
    return {str(pk): name for pk, name in programme.members.values_list("pk", "employee__name")}


def reason_texts(reason: Reason, names: Mapping[str, str]) -> dict[str, str]:
    """A reason in both languages: `{"id": ..., "en": ...}`."""
    parameters = dict(reason.parameters)
    for key in ("member", "key", "first", "second"):
        if key in parameters:
            parameters[key] = names.get(str(parameters[key]), "–")
    if "platform" in parameters:
        name = str(parameters["platform"])
        parameters["platform"] = LABELS.get(("platform", name), name)
    named = replace(reason, parameters=parameters, rule=_named(reason.rule, names) if reason.rule else None)
    return {language: reason_text(_with_criteria(named, language), language) for language in LANGUAGES}


def _with_criteria(reason: Reason, language: Language) -> Reason:
    """The reason with the names of criteria in a language, where it speaks of them."""
    if "criteria" not in reason.parameters:
        return reason
    kinds = str(reason.parameters["criteria"]).split(", ")
    with override(language):
        labels = ", ".join(str(Criterion.Kind(kind).label) for kind in kinds)
    return replace(reason, parameters={**reason.parameters, "criteria": labels})


LABELS: dict[tuple[str, str], str] = {
    **{("platform", value): str(label) for value, label in Platform.choices},
    **{("generation", value): str(label) for value, label in Generation.choices},
}


def _named(rule: Rule, names: Mapping[str, str]) -> Rule:
    match rule:
        case Must(key) | MustNot(key):
            return replace(rule, key=names.get(key, key))
        case Together(keys) | Apart(keys):
            return replace(rule, keys=tuple(names.get(key, key) for key in keys))
        case AtLeast(_, group) | AtMost(_, group):
            return replace(
                rule, group=replace(group, value=LABELS.get((group.kind, group.value), group.value))
            )
        case _:
            return rule


def rule_sentence(rule: Rule, names: Mapping[str, str]) -> dict[str, str]:
    """A rule in both languages."""
    named = _named(rule, names)
    return {language: rule_text(named, language) for language in LANGUAGES}


def infeasible_sentences(found: Infeasible) -> list[str]:
    """Why there is no team, in the viewer's language: what blocks it, or the rules that contradict each other."""
    keys = Member.objects.values_list("pk", "employee__name")
    names = {str(pk): name for pk, name in keys}
    language = viewer_language()
    blocking = [problem.reason for problem in found.problems if problem.blocking]
    sentences = [reason_texts(reason, names)[language] for reason in blocking]
    rules = [rule_sentence(rule, names)[language] for rule in found.rules]
    if len(rules) > 1:
        sentences.append(_("These rules cannot all be kept by the people there are. Change one of them:"))
    return sentences + rules

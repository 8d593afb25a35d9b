"""The engine's reasons in sentences, with people's names in the place of their keys."""

from collections.abc import Mapping
from dataclasses import replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from digitroops.engines.roster import (
    Apart,
    Infeasible,
    Must,
    MustNot,
    Reason,
    Rule,
    Together,
    reason_text,
    rule_text,
)
from digitroops.programme.models import Criterion, Member


def reason_texts(reason: Reason, names: Mapping[str, str]) -> dict[str, str]:
    """A reason in both languages: `{"id": ..., "en": ...}`."""
    parameters = dict(reason.parameters)
    for key in ("member", "key"):
        if key in parameters:
            parameters[key] = names.get(str(parameters[key]), "–")
    if "criteria" in parameters:
        kinds = str(parameters["criteria"]).split(", ")
        parameters["criteria"] = ", ".join(str(Criterion.Kind(kind).label) for kind in kinds)
    named = replace(reason, parameters=parameters, rule=_named(reason.rule, names) if reason.rule else None)
    return {language: reason_text(named, language) for language in ("id", "en")}


def _named(rule: Rule, names: Mapping[str, str]) -> Rule:
    match rule:
        case Must(key) | MustNot(key):
            return replace(rule, key=names.get(key, key))
        case Together(keys) | Apart(keys):
            return replace(rule, keys=tuple(names.get(key, key) for key in keys))
        case _:
            return rule


def rule_sentence(rule: Rule, names: Mapping[str, str]) -> dict[str, str]:
    """A rule in both languages."""
    named = _named(rule, names)
    return {language: rule_text(named, language) for language in ("id", "en")}


def infeasible_sentences(found: Infeasible) -> list[str]:
    """Why there is no team, in the viewer's language: what blocks it, or the rules that contradict each other."""
    keys = Member.objects.values_list("pk", "employee__name")
    names = {str(pk): name for pk, name in keys}
    language = "en" if (get_language() or "id").startswith("en") else "id"
    blocking = [problem.reason for problem in found.problems if problem.blocking]
    sentences = [reason_texts(reason, names)[language] for reason in blocking]
    rules = [rule_sentence(rule, names)[language] for rule in found.rules]
    if len(rules) > 1:
        sentences.append(_("These rules cannot all be kept by the people there are. Change one of them:"))
    return sentences + rules

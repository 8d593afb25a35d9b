"""The UTM parameters of one link, from its programme's template."""

from digitroops.engines.clicks.utm import NAMES, fill
from digitroops.links.models import UtmTemplate
from digitroops.newsroom.models import Story
from digitroops.programme.models import Member, Programme


def template_of(programme: Programme) -> UtmTemplate:
    """The programme's template; where PR has written none, the usual one with the programme's source and medium."""
    found = UtmTemplate.objects.filter(programme=programme).first()
    return found or UtmTemplate(
        programme=programme, utm_source=programme.utm_source, utm_medium=programme.utm_medium
    )


def utm_of(template: UtmTemplate, *, member: Member, story: Story, code: str) -> dict[str, str]:
    """The parameters with what the link is about filled in; empty ones are left out."""
    words = {
        "programme": template.programme.name,
        "campaign": story.campaign.slug,
        "story": story.title,
        "code": code,
        "unit": member.employee.unit.name if member.employee.unit else "",
    }
    filled = {name: fill(getattr(template, name), words) for name in NAMES}
    return {name: value for name, value in filled.items() if value}

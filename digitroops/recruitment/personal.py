"""What recruitment stores about one person, for their own data."""

from typing import Any

from digitroops.people.models import User
from digitroops.recruitment.models import Application, Invitation, Proposal, Seat


def data_of(user: User) -> dict[str, Any]:
    """Invitations, applications with every criterion and who decided by hand, and places in published teams."""
    applications = Application.objects.filter(member__employee__user=user).select_related("call")
    published = Seat.objects.filter(
        member__employee__user=user, proposal__state=Proposal.State.PUBLISHED
    ).order_by("proposal__published")
    return {
        "invitations": list(
            Invitation.objects.filter(employee__user=user).values("call__title", "sent", "opened")
        ),
        "applications": [
            {
                "call": application.call.title,
                "motivation": application.motivation,
                "started": application.started,
                "submitted": application.submitted,
                "withdrawn": application.withdrawn,
                "criteria": list(
                    application.results.values(
                        "criterion__kind",
                        "verdict",
                        "evidence",
                        "checked",
                        "override",
                        "override_reason",
                        "override_by__name",
                        "override_at",
                    )
                ),
            }
            for application in applications
        ],
        "teams": list(
            published.values(
                "proposal__name", "proposal__published", "chosen", "reach", "unique_reach", "reasons"
            )
        ),
    }

import pytest

from digitroops.people.models import Role
from digitroops.recruitment.actions.selection import propose_team
from digitroops.recruitment.queries.found import MEMORY
from tests.recruitment.world import make_candidate
from tests.world import make_pr, make_programme, make_user


@pytest.fixture
def programme():
    return make_programme(team_size=2)


@pytest.fixture
def three(programme):
    """Ayu and Bagas share most followers; Citra has fewer, all her own."""
    return (
        make_candidate(programme, "1", range(2000)),
        make_candidate(programme, "2", range(100, 2000)),
        make_candidate(programme, "3", range(5000, 6000), unit="Riset"),
    )


@pytest.fixture
def ratna():
    return make_pr()


@pytest.fixture
def eko():
    """The executive who approves."""
    return make_user("eko@nusavaksin.example", Role.EXECUTIVE)


@pytest.fixture
def usulan(programme, three, ratna):
    """The draft of Ratna: Ayu and Citra of three."""
    MEMORY.kept.clear()
    return propose_team(programme=programme, name="Usulan", actor=ratna)

"""Words that say what a person is rather than what they did: hidden from reviewers outside the marked words.

Religion, ethnicity, politics, health and orientation are nobody's business in a review. A word is hidden where the
person speaks, never inside the marked words: those a reviewer has to read.
"""

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TRAITS: dict[str, tuple[Promise, str]] = {
    "religion": (
        _("religion"),
        (
            "islam muslim muslimah kristen nasrani katolik katholik protestan hindu buddha budha konghucu yahudi syiah "
            "sunni ahmadiyah ateis atheis salafi mualaf gereja masjid pura vihara wihara kelenteng misa kebaktian "
            "jumatan tahajud hijrah hijabku jilbabku christian catholic hinduism buddhist jewish atheist church mosque"
        ),
    ),
    "ethnicity": (
        _("ethnicity"),
        (
            "jawa sunda batak minang minangkabau madura dayak bugis betawi melayu papua ambon manado tionghoa cina "
            "chinese arab toraja banjar nias aceh lampung sasak javanese sundanese"
        ),
    ),
    "politics": (
        _("political choice"),
        (
            "pdip gerindra golkar nasdem demokrat perindo hanura psi pks pkb jokowi prabowo anies ganjar ahok megawati "
            "coblos nyoblos pilpres pilkada pileg caleg capres"
        ),
    ),
    "health": (
        _("health"),
        (
            "hiv aids odha depresi bipolar skizofrenia kanker tbc diabetes epilepsi keguguran kemoterapi hamil "
            "antidepresan psikiater depression cancer pregnant miscarriage"
        ),
    ),
    "orientation": (
        _("private life"),
        "gay lesbian lesbi lgbt lgbtq biseksual transgender transpuan queer bisexual",
    ),
}
_KIND_OF = {word: kind for kind, (_title, words) in TRAITS.items() for word in words.split()}
_FINDER = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_KIND_OF, key=len, reverse=True))})(?!\w)", re.IGNORECASE)


def pieces_of(text: str) -> list[tuple[str, str]]:
    """The text in pieces: (text, "") as it is, (title of the trait, its kind) where a word is hidden."""
    pieces, place = [], 0
    for found in _FINDER.finditer(text):
        kind = _KIND_OF[found[0].lower()]
        pieces += [(text[place : found.start()], ""), (str(TRAITS[kind][0]), kind)]
        place = found.end()
    pieces.append((text[place:], ""))
    return [piece for piece in pieces if piece[0]]

"""The thirteen categories, a module or a folder each; adding one is a module and a line here."""

from digitroops.engines.footprint.categories.abusive import CATEGORY as ABUSIVE
from digitroops.engines.footprint.categories.confidential import CATEGORY as CONFIDENTIAL
from digitroops.engines.footprint.categories.employer import CATEGORY as EMPLOYER
from digitroops.engines.footprint.categories.gambling import CATEGORY as GAMBLING
from digitroops.engines.footprint.categories.harassment import CATEGORY as HARASSMENT
from digitroops.engines.footprint.categories.hate import CATEGORY as HATE
from digitroops.engines.footprint.categories.misinformation import CATEGORY as MISINFORMATION
from digitroops.engines.footprint.categories.personal_data import CATEGORY as PERSONAL_DATA
from digitroops.engines.footprint.categories.political import CATEGORY as POLITICAL
from digitroops.engines.footprint.categories.sexual import CATEGORY as SEXUAL
from digitroops.engines.footprint.categories.substances import CATEGORY as SUBSTANCES
from digitroops.engines.footprint.categories.threat import CATEGORY as THREAT
from digitroops.engines.footprint.categories.undisclosed_ad import CATEGORY as UNDISCLOSED_AD
from digitroops.engines.footprint.rules import Category

CATEGORIES: dict[str, Category] = {
    category.name: category
    for category in (
        ABUSIVE,
        HATE,
        THREAT,
        SEXUAL,
        HARASSMENT,
        POLITICAL,
        MISINFORMATION,
        GAMBLING,
        SUBSTANCES,
        CONFIDENTIAL,
        EMPLOYER,
        PERSONAL_DATA,
        UNDISCLOSED_AD,
    )
}

"""What privacy adds to the pages of people."""

from digitroops.people.panels import register_data, register_profile_link
from digitroops.privacy import personal
from digitroops.privacy.processing import own_activities, register_activities

register_data("privacy_requests", personal.data_of)
register_profile_link(personal.profile_link)
register_activities(own_activities)

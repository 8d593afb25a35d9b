"""Fill the sums by platform that the programme's page reads from the sums of links; only here are platforms known."""

from django.db import migrations

FILL = """
INSERT INTO links_channelday (story_id, channel, date, people, repeats, machines, own)
SELECT link.story_id, COALESCE(share.channel, ''), day.date,
    SUM(day.people), SUM(day.repeats), SUM(day.machines), SUM(day.own)
FROM links_clickday day
JOIN links_link link ON link.id = day.link_id
LEFT JOIN sharing_share share ON share.link_id = link.id
GROUP BY link.story_id, COALESCE(share.channel, ''), day.date
"""


class Migration(migrations.Migration):
    dependencies = [("sharing", "0001_initial"), ("links", "0006_clicks_by_platform")]

    operations = [migrations.RunSQL(["DELETE FROM links_channelday", FILL], migrations.RunSQL.noop)]

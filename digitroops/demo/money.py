"""The company's own rates, and what external influencers cost and brought."""

import datetime as dt

from digitroops.demo.moments import clock, happened
from digitroops.demo.people import Cast
from digitroops.insight.actions import add_placement, add_rate_card
from digitroops.programme.models import Programme

PLACEMENTS = [
    ("@dapurbundatini", "instagram", 38, 5_500_000, 214_000, 61_300, 2_940, 902),
    ("@cakjournal", "tiktok", 31, 7_500_000, 356_000, 118_700, 6_120, 1_077),
    ("@ayahmuda.id", "instagram", 20, 3_250_000, 98_400, 33_900, 2_180, 618),
    ("Obrolan Sehat", "youtube", 12, 8_000_000, 167_000, 42_600, 1_870, 751),
    ("@teh.rumpi.bdg", "x", 6, 1_500_000, 51_200, 17_400, 890, 242),
]


def make_money(cast: Cast, programme: Programme, today: dt.date) -> None:
    """Two rate cards, the older one kept, and five placements."""
    for back, factor in ((170, 90), (60, 100)):
        with happened(clock(today - dt.timedelta(back), 15), today=today):
            add_rate_card(
                programme=programme,
                valid_from=today - dt.timedelta(back),
                source=f"Kontrak belanja media Humas, {(today - dt.timedelta(back)).year}",
                rates={
                    "cpm": (22_000 * factor // 100, 38_000 * factor // 100),
                    "cpc": (1_800 * factor // 100, 3_200 * factor // 100),
                    "cpe": (700 * factor // 100, 1_400 * factor // 100),
                },
                hourly_rate=62_000,
                minutes_per_share=15,
                actor=cast.pr,
            )
    for name, platform, back, fee, followers, views, engagements, clicks in PLACEMENTS:
        posted = today - dt.timedelta(back)
        with happened(clock(posted + dt.timedelta(2), 11), today=today):
            add_placement(
                programme=programme,
                actor=cast.pr,
                influencer=name,
                platform=platform,
                posted=posted,
                fee=fee,
                followers=followers,
                views=views,
                engagements=engagements,
                clicks=clicks,
            )

"""What the page of components shows: people and figures of the demo company in one campaign week."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

PEOPLE = (
    ("Ayu Prameswari", 1),
    ("Bagas Wicaksana", 2),
    ("Citra Maharani", 3),
    ("Dimas Ardiansyah", 1),
    ("Eka Lestari", 4),
    ("Farhan Maulana", 6),
    ("Gita Anindya", 8),
    ("Hendra Gunadi", 2),
    ("Intan Kusumadewi", 3),
    ("Joko Prasetyo", 1),
    ("Kirana Salsabila", 4),
    ("Laras Wulandari", 5),
    ("Made Suardana", 2),
    ("Nadia Rahmawati", 6),
    ("Oki Firmansyah", 7),
    ("Putri Handayani", 5),
    ("Rizky Hidayat", 7),
    ("Sekar Ningtyas", 3),
    ("Teguh Santoso", 8),
    ("Vina Marpaung", 4),
)
WAITING = {"Dimas Ardiansyah", "Joko Prasetyo", "Teguh Santoso"}
UNITS = ("Produksi", "Rantai dingin", "Riset", "Mutu", "Klinik", "Pemasaran", "TI", "SDM & Keuangan")
DAYS = ["Kam", "Jum", "Sab", "Min", "Sen", "Sel", "Rab"]
REACH = [7200, 8100, 9900, 9400, 10800, 8600, 9200]
BEFORE = [6900, 7500, 8300, 8800, 9000, 8500, 8800]
STEPS: list[dict[str, Any]] = [
    {"label": _("Company"), "state": "done", "url": "#"},
    {"label": _("Units"), "state": "now"},
    {"label": _("Programme"), "state": "todo"},
]
TABS: list[dict[str, Any]] = [
    {"label": _("Waiting"), "url": "#", "active": True, "count": 6},
    {"label": _("Reviewed"), "url": "#"},
    {"label": _("All"), "url": "#"},
]
TIMELINE: list[dict[str, Any]] = [
    {
        "when": "10.15",
        "title": _("Statement, version 2"),
        "who": "Ratna Ayuningtyas",
        "icon": "file-text",
        "tone": "nila",
    },
    {
        "when": "09.52",
        "title": _("Claim added"),
        "text": "“Ada 40 anak dirawat.”",
        "icon": "message-report",
        "tone": "kunyit",
    },
    {"when": "09.40", "title": _("Incident opened"), "icon": "urgent", "tone": "bata"},
]
DECISIONS: list[dict[str, Any]] = [
    {
        "value": "fine",
        "label": _("No problem"),
        "help": _("The finding is closed and not counted"),
        "key": "1",
    },
    {
        "value": "ask",
        "label": _("Ask for an explanation"),
        "help": _("Sends a question to the person"),
        "key": "2",
    },
    {"value": "tidy", "label": _("Ask to tidy up"), "help": _("The person gets 14 days"), "key": "3"},
    {
        "value": "talk",
        "label": _("Discuss together"),
        "help": _("Taken to the meeting of two reviewers"),
        "key": "4",
    },
]


class SampleForm(forms.Form):
    """Every kind of field the product uses."""

    email = forms.EmailField(label=_("Work e-mail"), help_text=_("We send the sign-in code there."))
    day = forms.DateField(label=_("First day"), widget=forms.DateInput())
    budget = forms.IntegerField(label=_("Budget"), min_value=0)
    unit = forms.ChoiceField(label=_("Work unit"), choices=list(enumerate(UNITS, 1)))
    message = forms.CharField(label=_("Key message"), widget=forms.Textarea, max_length=280, required=False)
    tone = forms.ChoiceField(
        label=_("Tone"),
        choices=[("warm", _("Warm")), ("serious", _("Serious")), ("short", _("Short"))],
        widget=forms.RadioSelect,
    )
    channels = forms.MultipleChoiceField(
        label=_("Channels"),
        choices=[("instagram", "Instagram"), ("tiktok", "TikTok"), ("linkedin", "LinkedIn")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    picture = forms.FileField(label=_("Picture"), required=False)
    remind = forms.BooleanField(label=_("Remind me one day before"), required=False)
    consent = forms.BooleanField(label=_("I agree that my public posts are read for this audit"))


def people() -> list[dict[str, Any]]:
    return [{"name": name, "unit_series": unit, "done": name not in WAITING} for name, unit in PEOPLE]


def chart() -> dict[str, Any]:
    return {
        "labels": DAYS,
        "format": "number",
        "series": [
            {"label": _("This week"), "values": REACH, "ours": True},
            {"label": _("Last week"), "values": BEFORE, "past": True},
        ],
    }


def unit_chart() -> dict[str, Any]:
    return {
        "labels": DAYS,
        "format": "number",
        "series": [
            {"label": unit, "values": [base + (i * 7 + n * 5) % 9 for i in range(7)], "series": n}
            for n, (unit, base) in enumerate(zip(UNITS, (12, 18, 30, 38, 44, 58, 72, 84), strict=True), 1)
        ],
    }


def overlap() -> list[list[float]]:
    """Shares of common followers, closer inside a unit."""
    rows = []
    for i, (_name, unit) in enumerate(PEOPLE):
        row = [
            (0.5 if unit == other else 0.18) * ((i * 13 + j * 7) % 10) / 10
            for j, (_n, other) in enumerate(PEOPLE)
        ]
        rows.append([round(value, 2) for value in row])
    rows[9][0] = 0.74
    return rows


def rates() -> list[dict[str, Any]]:
    return [
        {"label": "Digitroops", "value": 5.8, "text": "5,8 %", "strong": True},
        {"label": _("External influencers"), "value": 2.4, "text": "2,4 %"},
        {"label": _("Company account"), "value": 1.1, "text": "1,1 %"},
    ]


def spread() -> list[dict[str, Any]]:
    """Work units with how many of the team they hold and must hold."""
    return [
        {"label": name, "value": value, "series": n, "text": str(value), "note": f"min. {least}"}
        for n, (name, value, least) in enumerate(
            zip(UNITS, (3, 3, 3, 3, 2, 2, 2, 2), (2, 2, 3, 2, 2, 2, 2, 3), strict=True), 1
        )
    ]


def context() -> dict[str, Any]:
    """Everything the page shows, by the name its templates use."""
    return {
        "people": people(),
        "units": [{"label": name, "series": n} for n, name in enumerate(UNITS, 1)],
        "days": DAYS,
        "clicks": [142, 208, 334, 238, 217, 154, 170],
        "chart": chart(),
        "unit_chart": unit_chart(),
        "rates": rates(),
        "spread": spread(),
        "overlap": overlap(),
        "names": [name for name, _unit in PEOPLE],
        "series": [unit for _name, unit in PEOPLE],
        "pair": [9, 0],
        "steps": STEPS,
        "tabs": TABS,
        "timeline": TIMELINE,
        "decisions": DECISIONS,
    }


def shell() -> dict[str, Any]:
    """The shell with every place filled."""
    return {
        "nav": [
            {"key": "home", "label": _("Home"), "icon": "home", "url": "#"},
            {"key": "people", "label": _("People"), "icon": "users", "url": "#"},
            {
                "key": "selection",
                "label": _("Selection"),
                "icon": "user-search",
                "url": "#",
                "active": True,
                "children": [
                    {"label": _("Footprint audit"), "url": "#", "active": True, "count": 6},
                    {"label": _("Team roster"), "url": "#"},
                    {"label": _("Applicants"), "url": "#"},
                ],
            },
            {"key": "academy", "label": _("Academy"), "icon": "school", "url": "#"},
            {"key": "newsroom", "label": _("Newsroom"), "icon": "news", "url": "#"},
            {"key": "sharing", "label": _("Share"), "icon": "share-3", "url": "#"},
            {"key": "crisis", "label": _("Crisis"), "icon": "urgent", "url": "#"},
            {"key": "insight", "label": _("Insight"), "icon": "chart-histogram", "url": "#"},
        ],
        "bottom_nav": [
            {"label": _("Home"), "icon": "home", "url": "#", "active": True},
            {"label": _("Briefs"), "icon": "file-text", "url": "#", "dot": True},
            {"label": _("Share"), "icon": "share-3", "url": "#"},
            {"label": _("Learn"), "icon": "book-2", "url": "#"},
            {"label": _("Me"), "icon": "user", "url": "#"},
        ],
        "programme_switch": {
            "label": _("Programme"),
            "name": "Nusa Vaksin 2026",
            "sub": _("20 members, 8 work units"),
            "options": [
                {"label": "Nusa Vaksin 2026", "url": "#", "active": True},
                {"label": "Nusa Vaksin 2025", "url": "#"},
            ],
        },
        "crisis_light": {"state": "calm", "label": _("No incident"), "url": "#"},
        "unread_count": 3,
        "bell_url": "#",
        "search_url": "#",
        "me": {"name": "Ratna Ayuningtyas", "sub": _("PR team"), "unit_series": 3},
        "self_menu": [
            {"label": _("Profile"), "url": "#", "icon": "user"},
            {"label": _("Sign out"), "url": "#", "icon": "logout"},
        ],
    }

"""YouTube: tables known by their values, in any language."""

from datetime import UTC, datetime

from digitroops.engines.archives import Kind, Post, Profile
from tests.engines.archives.build import FIXTURES, read, reference, zipped

CHANNEL = "UC" + "a" * 22
FOLDER = "Takeout/YouTube y YouTube\u00a0Music/"
TABLES = {FOLDER + "canales/canal.csv": f"ID del canal,Título,Visibilidad\n{CHANNEL},Contoh,Público\n"}


def test_indonesian_export():
    result = read(FIXTURES / "synthetic/takeout-20260601T000000Z-001.zip")
    assert result.profile == Profile("UC9", None, "Contoh", url="https://www.youtube.com/channel/UC9")
    assert result.post == Post(
        id="Ugx1",
        kind=Kind.COMMENT,
        text="keren 🔥",
        created=datetime(2025, 5, 1, 2, 3, 4, tzinfo=UTC),
        url="https://www.youtube.com/watch?v=AAAAAAAAAA1&lc=Ugx1",
        in_reply_to="AAAAAAAAAA1",
    )
    assert result.account.exported == datetime(2026, 6, 1, tzinfo=UTC)


def test_history_searches_and_subscriptions_are_never_opened():
    result = read(FIXTURES / "synthetic/takeout-20260601T000000Z-001.zip")
    assert (len(result.account.members_read), result.account.members_skipped) == (2, 2)


def test_reply_names_the_comment_it_answers():
    row = f'UgyReply,{CHANNEL},2025-01-01T00:00:00+00:00,0,UgxParent,,AAAAAAAAAA1,"{{""text"":""ya""}}",UgxParent\n'
    result = read({**TABLES, FOLDER + "comentarios/comentarios.csv": "a,b,c,d,e,f,g,h,i\n" + row})
    assert (result.post.kind, result.post.in_reply_to) == (Kind.REPLY, "UgxParent")


def test_mentions_and_links_in_a_comment_are_text():
    words = '"{""text"":""halo ""},{""mention"":{""text"":""@budi""}},{""link"":{""linkUrl"":""https://a.example""}}"'
    result = read({**TABLES, FOLDER + "c/c.csv": f"x,y,z\nUgx1,2025-01-01T00:00:00+00:00,{words}\n"})
    assert result.texts == ["halo @budihttps://a.example"]


def test_live_chat_is_told_from_a_comment():
    row = f'LCC.abc,{CHANNEL},2025-01-01T00:00:00+00:00,0,AAAAAAAAAA1,"{{""text"":""hadir""}}"\n'
    result = read({**TABLES, FOLDER + "chats en vivo/chats.csv": "a,b,c,d,e,f\n" + row})
    assert (result.post.kind, result.post.text) == (Kind.LIVE_CHAT, "hadir")


def videos(*privacy):
    rows = "".join(f"AAAAAAAAAA{n},1000,id,Musik,id,{CHANNEL},id,Judul {n},{word},Processed,2025-01-01T00:00:00+00:00\n"
                   for n, word in enumerate(privacy))  # fmt: skip
    return {**TABLES, FOLDER + "metadatos/videos.csv": "a,b,c,d,e,f,g,h,i,j,k\n" + rows}


def test_only_public_videos_leave_the_archive():
    result = read(videos("Público", "Privado", "No listado"))
    assert (result.texts, result.account.counts["limited"]) == (["Judul 0"], 2)


def test_unknown_word_for_visibility_leaves_videos_out_and_says_so():
    result = read(videos("Avalik"))
    assert (result.posts, result.reasons) == ([], ["unknown_visibility"])


def test_comments_of_older_exports_are_web_pages():
    page = ('<ul><li><a href="http://www.youtube.com/watch?v=AAAAAAAAAA1&lc=z12abc">Sent</a> at 2019-01-02 03:04:05 UTC.'
            "<br/>keren &amp; lucu</li><li>Sent at 2019-01-02 03:04:06 UTC<br/>dua</li></ul>")  # fmt: skip
    result = read({**TABLES, "Takeout/YouTube/my-comments/my-comments.html": page})
    assert [(post.id[:6], post.text) for post in result.posts] == [
        ("z12abc", "keren & lucu"),
        ("commen", "dua"),
    ]
    assert result.posts[0].created == datetime(2019, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_english_and_german_names_are_known():
    english = read(reference("youtube-takeout/purarue+google_takeout_parser/tests/testdata/RecentTakeout"))
    german = read(reference("youtube-takeout/purarue+google_takeout_parser/tests/testdata/RecentTakeout_ger"))
    assert [name.rsplit("/", 1)[1] for name in english.account.members_read] == [
        "my-comments.html",
        "my-live-chat-messages.html",
    ]
    assert "Kommentare.csv" in {name.rsplit("/", 1)[1] for name in german.account.members_read}


def test_several_parts_are_one_export():
    row = f'Ugx1,{CHANNEL},2025-01-01T00:00:00+00:00,0,,,AAAAAAAAAA1,"{{""text"":""ya""}}",\n'
    first = zipped(TABLES, "takeout-20260601T000000Z-001.zip")
    second = zipped(
        {FOLDER + "comentarios/comentarios.csv": "a,b,c,d,e,f,g,h,i\n" + row},
        "takeout-20260601T000000Z-002.zip",
    )
    result = read([first, second])
    assert (result.texts, result.profile.name) == (["ya"], "Contoh")


def test_the_folder_takeout_may_be_left_out():
    name = "YouTube dan YouTube\u00a0Music/komentar/komentar.csv"
    row = f'Ugx1,{CHANNEL},2025-01-01T00:00:00+00:00,0,,,AAAAAAAAAA1,"{{""text"":""halo""}}",\n'
    assert read({name: "a,b,c,d,e,f,g,h,i\n" + row}).texts == ["halo"]

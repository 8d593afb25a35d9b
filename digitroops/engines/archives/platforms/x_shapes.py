"""What is read of each file of an X archive. Fields that are not named here are never decoded."""

import msgspec


class Original(msgspec.Struct, gc=False):
    """The post that was passed on, which is not read."""


class Tweet(msgspec.Struct, gc=False):
    """What is read of a tweet."""

    id_str: str = ""
    full_text: str | None = None
    text: str = ""
    created_at: str = ""
    favorite_count: str | int | None = None
    retweet_count: str | int | None = None
    in_reply_to_status_id_str: str | None = None
    in_reply_to_user_id_str: str | None = None
    in_reply_to_screen_name: str | None = None
    retweeted_status: Original | None = None


class TweetRow(msgspec.Struct, gc=False):
    """A row of a tweet file since 2019."""

    tweet: Tweet


class User(msgspec.Struct, gc=False):
    """Somebody in a list of followers."""

    accountId: str = ""  # noqa: N815 - the platform's spelling


class FollowerRow(msgspec.Struct, gc=False):
    """A row of `follower.js`."""

    follower: User


class FollowingRow(msgspec.Struct, gc=False):
    """A row of `following.js`."""

    following: User


class Description(msgspec.Struct):
    """The text of a profile."""

    bio: str | None = None


class AccountPart(msgspec.Struct, rename="camel"):
    """What is read of `account.js`: nothing of e-mail or telephone."""

    username: str | None = None
    account_id: str | None = None
    created_at: str | None = None
    account_display_name: str | None = None


class ProfilePart(msgspec.Struct):
    """What is read of `profile.js`."""

    description: Description | None = None


class ProfileRow(msgspec.Struct):
    """A row of either file."""

    account: AccountPart | None = None
    profile: ProfilePart | None = None


class UserDetails(msgspec.Struct):
    """Grailbird's `user_details.js`."""

    id: str | int | None = None
    screen_name: str | None = None
    full_name: str | None = None
    bio: str | None = None
    created_at: str | None = None


class FileEntry(msgspec.Struct, rename="camel"):
    """A file as the manifest lists it."""

    file_name: str = ""
    count: str | int | None = None


class DataType(msgspec.Struct):
    """The files of one kind."""

    files: list[FileEntry] = []


class ArchiveInfo(msgspec.Struct, rename="camel"):
    """The manifest about the archive itself."""

    generation_date: str | None = None
    is_partial_archive: bool = False


class UserInfo(msgspec.Struct, rename="camel"):
    """The manifest about the person."""

    account_id: str | None = None
    user_name: str | None = None


class Manifest(msgspec.Struct, rename="camel"):
    """`manifest.js`."""

    user_info: UserInfo | None = None
    archive_info: ArchiveInfo | None = None
    data_types: dict[str, DataType] = {}


class Payload(msgspec.Struct):
    """Grailbird's `payload_details.js`."""

    tweets: int | None = None
    created_at: str | None = None


class CoreText(msgspec.Struct):
    """The words of a long post."""

    text: str = ""


class NoteTweet(msgspec.Struct, rename="camel"):
    """A long post, in both of its shapes."""

    note_tweet_id: str = ""
    created_at: str = ""
    tweet_id: str | None = None
    core: CoreText | None = None
    note_tweet_results: CoreText | None = None
    text: str = ""


class NoteRow(msgspec.Struct, rename="camel"):
    """A row of `note-tweet.js`."""

    note_tweet: NoteTweet

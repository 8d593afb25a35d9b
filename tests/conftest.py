import pytest
from django.db import connection
from django.test import Client

from tests.place import migrated_template, on_postgres


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """On PostgreSQL the test database of each worker is a copy of one that was migrated once."""
    if on_postgres():
        connection.settings_dict["TEST"]["TEMPLATE"] = migrated_template()


@pytest.fixture
def as_user(client: Client):
    """Sign a user in and return the client."""

    def sign_in(user):
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in

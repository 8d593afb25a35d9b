import pytest
from django.test import Client


@pytest.fixture
def as_user(client: Client):
    """Sign a user in and return the client."""

    def sign_in(user):
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in

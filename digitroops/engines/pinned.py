"""Calls to other machines that cannot be led astray: the address is checked, and that very address is called.

A name may answer with one address when it is checked and with another when it is called; here it is asked once.
"""

import http.client
import ipaddress
import socket
import ssl


def allowed(address: str, *, private: bool) -> bool:
    """Whether an address may be called; a mapped one is judged by what it stands for."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    if found.is_link_local or found.is_multicast or found.is_unspecified:
        return False
    return found.is_global or (private and found.is_private)


class Pinned(http.client.HTTPConnection):
    """A connection to the very address that was checked, whatever the name answers the next time."""

    def __init__(self, host: str, port: int, address: str, *, secure: bool, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds)
        self.address, self.secure, self.seconds = address, secure, seconds
        self.line: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the checked address; the certificate has to be the host's."""
        self.sock = socket.create_connection((self.address, self.port), self.seconds)
        if self.secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)
        self.line = self.sock

    def cut(self) -> None:
        """End a conversation that takes too long, at whatever point it is."""
        if self.line:
            self.line.shutdown(socket.SHUT_RDWR)

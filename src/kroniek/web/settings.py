"""How a workbench is set up."""

from dataclasses import dataclass
from ipaddress import ip_address


@dataclass(frozen=True)
class Settings:
    """The ledger that is shown, and whether people must sign in to see it.

    `user` is who decides when nobody signs in; `hosts` are the names that the workbench answers
    to (the Host header of a request), None for any.
    """

    ledger: str
    accounts: bool = False
    user: str = "me"
    hosts: tuple[str, ...] | None = ("127.0.0.1", "localhost", "[::1]")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a host that is listened on."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False

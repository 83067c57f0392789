"""What generated resources share: they hold a client's ``send`` and nothing else."""

from .request import AsyncSender, Sender


class Resource:
    """The operations of one resource, carried out by a synchronous client."""

    __slots__ = ("_send",)

    def __init__(self, sender: Sender) -> None:
        self._send = sender.send


class AsyncResource:
    """The operations of one resource, carried out by an asynchronous client."""

    __slots__ = ("_send",)

    def __init__(self, sender: AsyncSender) -> None:
        self._send = sender.send

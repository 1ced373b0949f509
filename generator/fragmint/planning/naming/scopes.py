"""Where a name stands, and what is taken there.

One table for each kind of place. What is taken does not depend on what else a package
has: a field is not renamed because another one has become a date.
"""

from __future__ import annotations

import keyword
from enum import Enum

__all__ = ["CLASSES", "Scope", "free"]

# Builtins that annotations name. In the body of a class its own members hide them.
_TYPES = frozenset(
    "bool bytes dict float frozenset int list object set str tuple".split()
)

# Windows takes these for devices, with any suffix.
_DEVICES = frozenset(
    ["aux", "con", "nul", "prn", "conin", "conout"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"]
)


class Scope(Enum):
    """The names that are taken in a place; what wants one gets an underscore.

    FIELD: a field of a model and the argument of a method that fills it, which have one
    name: `build`, `read` and `extra` are members of the models, `self` is an argument.
    A field may be called `date`, `time` or `type`; so an annotation must not use these
    names bare in the body of a class.

    METHOD: an operation on its resource. `list`, `set`, `type` and `close` are free,
    so an annotation below such a method must not use these names bare.

    ATTRIBUTE: a resource on its client.

    ARGUMENT: what the constructor of a client takes, beside what is held for it.

    FUNCTION: a function of a module; the runtime's own stand beside it.

    MODULE: a file.
    """

    FIELD = _TYPES | frozenset(
        "build classmethod cls datetime extra field read self staticmethod".split()
    )
    METHOD = _TYPES - {"list", "set"}
    ATTRIBUTE = _TYPES | frozenset(
        """aclose cached_property classmethod close discreet exchange prepare property
        self send staticmethod stream with_options""".split()
    )
    ARGUMENT = _TYPES | frozenset(
        """auth base_url headers limits masked on_request on_response on_retry options
        retries self server signer timeout transport validate_responses""".split()
    )
    FUNCTION = frozenset(
        """is_integer is_list is_multiple is_number is_object is_segment
        is_unique""".split()
    )
    MODULE = _DEVICES


# Fixed, and not what this Python happens to have: names are the same on each.
_BUILTINS = frozenset(
    """ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup
    BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError
    ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
    DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception
    ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError
    FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError
    IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError
    MemoryError ModuleNotFoundError NameError None NotADirectoryError NotImplemented
    NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError
    ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError
    RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning
    SystemError SystemExit TabError TimeoutError True TypeError
    UnboundLocalError UnicodeDecodeError
    UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning
    ValueError Warning ZeroDivisionError""".split()
)
CLASSES = _BUILTINS | frozenset(
    """Any AsyncIterable AsyncIterator Awaitable Callable ClassVar Decimal Final Generic
    Iterable Iterator Literal Mapping Never Protocol Self Sequence TypeAlias TypeVar
    TypedDict UUID

    Advice ApiError ApiKey AsyncClient AsyncFakeTransport AsyncHttpx2Transport
    AsyncPages AsyncStdlibTransport AsyncStream AsyncTransport BaseAsyncClient
    BaseClient BasicAuth BearerAuth ByCursor ByLink ByOffset ByPage ByUri Client
    ClientError ConnectFailed ConnectionLost FakeTransport Fields File Found
    HttpRequest HttpResponse Httpx2Transport InvalidRequest InvalidResponse
    ItemsRequest Model Options Pages Part Promised Request ServerSentEvent
    StdlibTransport Stream StreamRequest Style Texts TimedOut Timeout Transport
    TransportError Unreadable UnreadableField Unset Unwritable Violation
    UNSET""".split()
)
"""What the modules of a package name beside the classes of its description."""


def free(name: str, scope: Scope = Scope.MODULE) -> str:
    """`name`, with an underscore where Python or the place needs it: ``from_``."""
    return f"{name}_" if keyword.iskeyword(name) or name in scope.value else name

"""What one does with pets.

code
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.list_pets_response import ListPetsResponse

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """What one does with pets.

    code
    """

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
        *,
        size: int | None = None,
    ) -> ListPetsResponse:
        """List the pets

        One page of them.

        | a | table |
        | - | - |
        | with | two rows |

        Deprecated.

        GET /pets

        Args:
            size: How many. At most 100. Default: 20. Deprecated.
        """
        from ..operations.list_pets import ListPets

        return self._client.send(
            ListPets(
                size=size,
            )
        )


class AsyncPets:
    """What one does with pets.

    code
    """

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list(
        self,
        *,
        size: int | None = None,
    ) -> ListPetsResponse:
        """List the pets

        One page of them.

        | a | table |
        | - | - |
        | with | two rows |

        Deprecated.

        GET /pets

        The arguments are those of `Pets.list`, the fields of `ListPets`.
        """
        from ..operations.list_pets import ListPets

        return await self._client.send(
            ListPets(
                size=size,
            )
        )

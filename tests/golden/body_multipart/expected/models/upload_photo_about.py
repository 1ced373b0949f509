"""What `UploadPhotoAbout` is."""

from __future__ import annotations

from datetime import date as Date

from .._support.models import Model, model

__all__ = ["UploadPhotoAbout"]


@model
class UploadPhotoAbout(Model):
    """UploadPhotoAbout."""

    taken: Date | str | None = None

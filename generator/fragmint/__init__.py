"""fragmint mints typed, validated Python clients out of OpenAPI descriptions."""

__version__ = "0.1.0"

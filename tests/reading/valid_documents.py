"""A valid description in each version, with something of everything in it."""

from typing import Any

_SCHEMAS_31: dict[str, Any] = {
    "Pet": {
        "oneOf": [{"$ref": "#/components/schemas/Cat"}],
        "discriminator": {"propertyName": "kind", "mapping": {"cat": "Cat"}},
    },
    "Cat": {
        "type": ["object", "null"],
        "required": ["kind"],
        "properties": {
            "kind": {"type": "string", "minLength": 1, "maxLength": 9},
            "age": {"type": "integer", "minimum": 0, "default": 1},
            "name": {"enum": ["a", 1, None], "title": "Name"},
        },
        "items": {"$ref": "#/components/schemas/Pet"},
        "additionalProperties": False,
        "dependentRequired": {"kind": ["name"]},
        "xml": {"name": "cat", "wrapped": True},
        "externalDocs": {"url": "https://example.com"},
    },
    "Tree": {
        "$id": "https://example.com/tree",
        "$dynamicAnchor": "node",
        "properties": {"up": {"$dynamicRef": "#node"}, "n": {"$ref": "#name"}},
        "$defs": {"name": {"$anchor": "name", "type": "string"}},
        "allOf": [{"if": {"minProperties": 1}, "then": {"not": False}}],
        "patternProperties": {"^a": True},
        "prefixItems": [{"const": 1}],
    },
}

OPENAPI_31: dict[str, Any] = {
    "openapi": "3.1.1",
    "info": {
        "title": "T",
        "version": "1",
        "contact": {"name": "C"},
        "license": {"name": "L", "url": "https://example.com"},
    },
    "servers": [
        {"url": "/{v}", "variables": {"v": {"default": "1", "enum": ["1", "2"]}}}
    ],
    "security": [{"key": []}, {}],
    "tags": [{"name": "t", "externalDocs": {"url": "https://example.com"}}],
    "paths": {
        "/a/{id}": {
            "summary": "All of a",
            "parameters": [{"$ref": "#/components/parameters/id"}],
            "post": {
                "operationId": "a",
                "tags": ["t"],
                "parameters": [
                    {
                        "name": "q",
                        "in": "query",
                        "style": "form",
                        "explode": False,
                        "schema": {"type": "array", "items": {"type": "string"}},
                    },
                    {"name": "j", "in": "header", "content": {"a/b": {"schema": {}}}},
                ],
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {
                            "schema": {"$ref": "#/components/schemas/Pet"},
                            "examples": {"one": {"value": {"$ref": "x"}}},
                        },
                        "multipart/form-data": {
                            "schema": {"properties": {"a": {"type": "string"}}},
                            "encoding": {
                                "a": {
                                    "contentType": "text/plain",
                                    "headers": {"H": {"schema": {}}},
                                }
                            },
                        },
                    },
                },
                "responses": {
                    "200": {
                        "description": "Done",
                        "headers": {"H": {"schema": {"type": "string"}}},
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/Tree"},
                                "example": {"up": {}},
                            }
                        },
                        "links": {"l": {"operationId": "a", "parameters": {"id": 1}}},
                    },
                    "default": {"$ref": "#/components/responses/error"},
                },
                "callbacks": {"c": {"{$url}": {"$ref": "#/components/pathItems/p"}}},
                "security": [{"oauth": ["read"]}],
                "deprecated": True,
                "servers": [{"url": "https://example.com"}],
            },
        }
    },
    "webhooks": {"w": {"$ref": "#/components/pathItems/p"}},
    "components": {
        "parameters": {
            "id": {"name": "id", "in": "path", "required": True, "schema": {}}
        },
        "responses": {"error": {"description": "Wrong"}},
        "pathItems": {"p": {"get": {"responses": {"204": {"description": "Done"}}}}},
        "schemas": _SCHEMAS_31,
        "securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "K"},
            "oauth": {
                "type": "oauth2",
                "flows": {
                    "password": {
                        "tokenUrl": "https://example.com",
                        "scopes": {"read": "To read"},
                    }
                },
            },
        },
    },
}

OPENAPI_32: dict[str, Any] = {
    "openapi": "3.2.0",
    "$self": "https://example.com/api.json",
    "info": {"title": "T", "version": "1"},
    "servers": [{"url": "/", "name": "here"}],
    "tags": [
        {"name": "t", "parent": "u", "kind": "nav", "summary": "T"},
        {"name": "u"},
    ],
    "paths": {
        "/a": {
            "query": {
                "tags": ["t"],
                "parameters": [
                    {
                        "name": "q",
                        "in": "querystring",
                        "content": {
                            "application/x-www-form-urlencoded": {"schema": {}}
                        },
                    },
                    {"name": "c", "in": "cookie", "style": "cookie", "schema": {}},
                ],
                "responses": {
                    "200": {
                        "summary": "Done",
                        "content": {
                            "application/jsonl": {
                                "$ref": "#/components/mediaTypes/lines"
                            }
                        },
                    }
                },
                "security": [{"device": []}],
            },
            "additionalOperations": {"COPY": {"responses": {"204": {}}}},
        }
    },
    "components": {
        "mediaTypes": {
            "lines": {
                "itemSchema": {
                    "$ref": "https://example.com/api.json#/components/schemas/Pet"
                },
                "examples": {"one": {"dataValue": [1], "serializedValue": "1"}},
            }
        },
        "schemas": {
            "Pet": {
                "oneOf": [{"$ref": "#/components/schemas/Cat"}],
                "discriminator": {"propertyName": "k", "defaultMapping": "Cat"},
            },
            "Cat": {"type": "object", "xml": {"nodeType": "element"}},
        },
        "securitySchemes": {
            "device": {
                "type": "oauth2",
                "oauth2MetadataUrl": "https://example.com",
                "deprecated": True,
                "flows": {
                    "deviceAuthorization": {
                        "deviceAuthorizationUrl": "https://example.com",
                        "tokenUrl": "https://example.com",
                        "scopes": {},
                    }
                },
            }
        },
    },
}

OPENAPI_30: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "T", "version": "1"},
    "paths": {
        "/a/{id}": {
            "get": {
                "parameters": [
                    {
                        "name": "id",
                        "in": "path",
                        "required": True,
                        "schema": {"type": "string", "nullable": True},
                    }
                ],
                "responses": {
                    "200": {
                        "description": "Done",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/Cat"}
                            }
                        },
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "discriminator": {"propertyName": "kind"},
                "properties": {"kind": {"type": "string"}},
            },
            "Cat": {
                "nullable": True,
                "allOf": [
                    {"$ref": "#/components/schemas/Pet"},
                    {
                        "type": "object",
                        "properties": {
                            "n": {
                                "type": "number",
                                "minimum": 0,
                                "exclusiveMinimum": True,
                            },
                            "e": {"type": "string", "enum": ["a"], "nullable": True},
                            "f": {"type": "array", "items": {}},
                        },
                    },
                ],
            },
        }
    },
}

SWAGGER_20: dict[str, Any] = {
    "swagger": "2.0",
    "info": {"title": "T", "version": "1"},
    "host": "example.com",
    "basePath": "/v1",
    "schemes": ["http", "https"],
    "consumes": ["application/json"],
    "produces": ["application/json", "text/xml"],
    "security": [{"basic": []}],
    "paths": {
        "/a/{id}": {
            "parameters": [{"$ref": "#/parameters/id"}],
            "post": {
                "parameters": [
                    {
                        "name": "body",
                        "in": "body",
                        "required": True,
                        "schema": {"$ref": "#/definitions/Pet"},
                    },
                    {
                        "name": "q",
                        "in": "query",
                        "type": "array",
                        "items": {"type": "string", "collectionFormat": "csv"},
                        "collectionFormat": "multi",
                        "x-nullable": True,
                    },
                ],
                "responses": {
                    "200": {
                        "description": "Done",
                        "schema": {"$ref": "#/definitions/Cat"},
                        "headers": {"H": {"type": "integer", "format": "int32"}},
                        "examples": {"application/json": {"n": 1}},
                    },
                    "default": {"$ref": "#/responses/error"},
                },
                "security": [{"oauth": ["read"]}],
            },
            "put": {
                "consumes": ["multipart/form-data"],
                "produces": [],
                "schemes": ["https"],
                "parameters": [
                    {"name": "f", "in": "formData", "type": "file"},
                    {
                        "name": "l",
                        "in": "formData",
                        "required": True,
                        "type": "array",
                        "items": {"type": "integer"},
                        "collectionFormat": "pipes",
                    },
                ],
                "responses": {"200": {"description": "", "schema": {"type": "file"}}},
            },
        }
    },
    "definitions": {
        "Pet": {
            "type": "object",
            "discriminator": "kind",
            "required": ["kind"],
            "properties": {"kind": {"type": "string"}},
        },
        "Cat": {
            "allOf": [
                {"$ref": "#/definitions/Pet"},
                {"properties": {"n": {"type": "integer", "x-nullable": True}}},
            ]
        },
    },
    "parameters": {
        "id": {"name": "id", "in": "path", "required": True, "type": "string"}
    },
    "responses": {"error": {"description": "Wrong"}},
    "securityDefinitions": {
        "basic": {"type": "basic"},
        "oauth": {
            "type": "oauth2",
            "flow": "accessCode",
            "authorizationUrl": "https://example.com",
            "tokenUrl": "https://example.com",
            "scopes": {"read": "To read"},
        },
    },
}

DOCUMENTS: dict[str, dict[str, Any]] = {
    "2.0": SWAGGER_20,
    "3.0": OPENAPI_30,
    "3.1": OPENAPI_31,
    "3.2": OPENAPI_32,
}

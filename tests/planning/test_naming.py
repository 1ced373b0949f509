"""Names are readable, never collide, do not depend on order, and are kept."""

import keyword
import random
import time
from collections.abc import Callable
from unicodedata import normalize

import pytest
from fragmint.planning import names
from fragmint.planning.names import (
    CLASSES,
    ITEM,
    Candidates,
    Ledger,
    Promises,
    Scope,
    loosely,
    module_of,
    operation_candidates,
    resolve,
    schema_candidates,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st

_HOSTILE = [
    "",
    " ",
    "_",
    "__",
    "-",
    "0",
    "2fa",
    "\0",
    "\n",
    "'",
    '"""',
    "\\",
    "{{ x }}",
    "{% raw %}",
    "../../etc/passwd",
    "a/../b",
    "\u2028",
    "\u202e",
    "a\u202eb",
    "\u200d",
    "\ufe0f",
    "\u3164",
    "\U0001f600",
    "\U0001f468\u200d\U0001f469",
    "\ud800",
    "a\udfffb",
    "\u0301",
    "e\u0301",
    "x\u0323\u0307",
    "½",
    "²",
    "ß",
    "ŉ",
    "İ",
    "ǆ",
    "中文",
    "名前",
    "שלום",
    "Ωmega",
    "€",
    "\uff46\uff52\uff4f\uff4d",
    "\U0001d41f\U0001d42b\U0001d428\U0001d426",
    "\uff2e\uff4f\uff4e\uff45",
    "__init__",
    "__class__",
    "con",
    "NUL",
    "com1",
    "self",
    "None",
    "x" * 300,
    "word " * 60,
    "字" * 300,
    "\U00020000" * 300,
    "_x3fa9c1",
    *keyword.kwlist,
    *keyword.softkwlist,
]
HOSTILE = list(dict.fromkeys(_HOSTILE))
ANY_TEXT = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(codec=None, exclude_categories=()), max_size=20),
    st.text("aAbB1_-+<>. ", max_size=8),
)


def operation_methods(text: str) -> Candidates:
    return operation_candidates(text, "get", f"/{text}/{{{text}}}", text).method


def operation_classes(text: str) -> Candidates:
    return operation_candidates(text, "POST", f"/a/{text}", text).class_name


def unnamed_operations(text: str) -> Candidates:
    return operation_candidates(None, text, f"/{text}/{{id}}/{text}", None).class_name


def resource_classes(text: str) -> Candidates:
    return names.resource_class_candidates(names.tag_candidates(text)[0])


MAKERS: list[Callable[[str], Candidates]] = [
    operation_methods,
    operation_classes,
    unnamed_operations,
    resource_classes,
    names.schema_candidates,
    names.field_candidates,
    lambda text: names.field_candidates(text, "query"),
    names.argument_candidates,
    names.constant_candidates,
    names.tag_candidates,
    names.server_candidates,
    lambda text: names.server_candidates("", text),
    lambda text: names.inline_candidates(text, ITEM, text, ITEM),
    lambda text: names.member_candidates(text, text, [text, text]),
    lambda text: names.body_candidates(text, f"{text}/{text}"),
    lambda text: names.response_candidates(text, text, f"{text}/{text}"),
    lambda text: names.with_suffix(names.schema_candidates(text), "Input"),
]


def fields(*wire_names: str) -> dict[str, str]:
    return resolve({name: names.field_candidates(name) for name in wire_names}).names


def schemas(*components: str) -> dict[str, str]:
    wanted = {name: schema_candidates(name) for name in components}
    return resolve(wanted, CLASSES, fold=loosely).names


def unnamed(method: str, path: str, level: int = 0) -> str:
    return module_of(operation_candidates(None, method, path, None).class_name[level])


# --- What the names look like ---------------------------------------------------------


def test_symbols_tell_names_apart() -> None:
    assert fields("StartTime", "StartTime<", "StartTime>") == {
        "StartTime": "start_time",
        "StartTime<": "start_time_lt",
        "StartTime>": "start_time_gt",
    }
    assert fields("X-Rate-Limit", "StartTime<") == {
        "X-Rate-Limit": "x_rate_limit",
        "StartTime<": "start_time",
    }


def test_constants_of_one_enum() -> None:
    values = ["GMT", "GMT0", "GMT+0", "GMT-0"]
    wanted = {value: names.constant_candidates(value) for value in values}
    assert resolve(wanted).names == {
        "GMT": "GMT",
        "GMT0": "GMT0",
        "GMT+0": "GMT_PLUS_0",
        "GMT-0": "GMT_MINUS_0",
    }


@pytest.mark.parametrize(
    ("wire_name", "name"),
    [
        ("From", "from_"),
        ("Id", "id"),
        ("type", "type"),
        ("date", "date"),
        ("list", "list_"),
        ("self", "self_"),
        ("2fa", "field_2fa"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("*", "star"),
        ("$ref", "ref"),
        ("@odata.type", "odata_type"),
        ("accountIDs", "account_ids"),
        ("HTTPMethod", "http_method"),
        ("OAuth2Token", "oauth2_token"),
        ("IPv4Address", "ipv4_address"),
        ("名前", "名前"),
        ("Größe", "größe"),
        ("", "unnamed"),
        ("\U0001f600", "grinning_face"),
        ("\0", "u0000"),
        ("\uff46\uff52\uff4f\uff4d", "from_"),
    ],
)
def test_fields(wire_name: str, name: str) -> None:
    assert fields(wire_name) == {wire_name: name}


def test_fields_of_one_object() -> None:
    assert fields(
        "id", "_id", "userId", "user_id", "user-id", "UserId", "ids[]", "ids"
    ) == {
        "id": "id",
        "_id": "underscore_id",
        "user_id": "user_id",
        "userId": "user_id_camel",
        "user-id": "user_dash_id",
        "UserId": "user_id_capital",
        "ids": "ids",
        "ids[]": "ids_array",
    }


def test_parameters_of_one_name_say_where_they_go() -> None:
    wanted = {place: names.field_candidates("id", place) for place in ("path", "query")}
    assert resolve(wanted).names == {"path": "path_id", "query": "query_id"}
    first = resolve(wanted, precedence=lambda key: 0 if key == "path" else 1)
    assert first.names == {"path": "id", "query": "query_id"}


@pytest.mark.parametrize(
    ("component", "name"),
    [
        ("Pet", "Pet"),
        ("pet_model", "PetModel"),
        ("com.example.v1.Pet", "Pet"),
        ("Order.Create", "OrderCreate"),
        ("Pet.v1", "PetV1"),
        ("Page«Pet»", "PagePet"),
        ("Page[Pet]", "PagePet"),
        ("Result<List<Pet>>", "ResultListPet"),
        ("Page<com.example.Pet>", "PagePet"),
        ("bytes", "Bytes"),
        ("list", "List"),
        ("None", "NoneModel"),
        ("Client", "ClientModel"),
        ("self", "SelfModel"),
        ("2fa", "Schema2fa"),
        ("住所", "住所"),
    ],
)
def test_schemas(component: str, name: str) -> None:
    assert schemas(component) == {component: name}


def test_schemas_that_want_one_name() -> None:
    assert schemas("com.example.v1.Pet", "com.example.v2.Pet", "Pet") == {
        "com.example.v1.Pet": "V1Pet",
        "com.example.v2.Pet": "V2Pet",
        "Pet": "Pet",
    }
    assert schemas("Pet", "pet", "PET") == {
        "Pet": "Pet",
        "pet": "PetLower",
        "PET": "PetUpper",
    }


def test_inline_schemas_are_called_by_where_they_are() -> None:
    assert names.inline_candidates("Participant", "links")[0] == "ParticipantLinks"
    assert names.inline_candidates("Order", "items", ITEM)[0] == "OrderItem"
    assert names.inline_candidates("Order", "data", ITEM)[0] == "OrderDataItem"
    assert names.inline_candidates("Participant", "participant_links")[0] == (
        "ParticipantLinks"
    )
    assert names.body_candidates("CreatePet", "application/json")[:2] == (
        "CreatePetBody",
        "CreatePetJsonBody",
    )
    assert names.response_candidates("CreatePet", "200", "application/json") == (
        "CreatePetResponse",
        "CreatePet200Response",
        "CreatePet200JsonResponse",
        "CreatePet200ApplicationJsonResponse",
    )
    assert names.member_candidates("Pet", None, ["bark"])[0] == "PetWithBark"
    assert names.with_suffix(schema_candidates("Pet"), "Input")[0] == "PetInput"


@pytest.mark.parametrize(
    ("method", "path", "name"),
    [
        ("get", "/v1/pets", "list_pets"),
        ("GET", "/api/v1.2/pets.json", "list_pets"),
        ("get", "/2010-04-01/pets/{id}.json", "get_pet"),
        ("get", "/pets/{id}", "get_pet"),
        ("get", "/Pets({id})", "get_pet"),
        ("post", "/pets", "create_pet"),
        ("put", "/pets/{id}", "update_pet"),
        ("patch", "/pets/{id}", "update_pet"),
        ("delete", "/pets/{id}", "delete_pet"),
        ("head", "/pets/{id}", "head_pet"),
        ("post", "/pets/{id}/activate", "activate_pet"),
        ("get", "/pets/search", "search_pets"),
        ("get", "/pets/findByStatus", "find_pets_by_status"),
        ("post", "/order-items", "create_order_item"),
        ("post", "/v1/places:searchNearby", "search_nearby"),
        ("post", "/login", "login"),
        ("get", "/owners/{owner}/pets", "list_pets"),
        ("get", "/{accountId}", "get_account"),
        ("get", "/{id}", "get_by_id"),
        ("get", "/status", "get_status"),
        ("get", "/", "get_root"),
    ],
)
def test_operations_without_an_id(method: str, path: str, name: str) -> None:
    assert unnamed(method, path) == name


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (
            ["get /pets", "get /owners/{owner}/pets", "get /shops/{shop}/pets"],
            ["ListPets", "ListOwnerPets", "ListShopPets"],
        ),
        (["get /v1/pets", "get /v2/pets"], ["ListPetsV1", "ListPetsV2"]),
        (["put /pets/{id}", "patch /pets/{id}"], ["ReplacePet", "PatchPet"]),
        (["get /user", "get /users/{name}"], ["GetUser", "GetUserByName"]),
        (["get /pets.xml", "get /pets.json"], ["ListPetsXml", "ListPetsJson"]),
    ],
)
def test_operations_say_more_where_they_must(
    paths: list[str], expected: list[str]
) -> None:
    wanted: dict[str, Candidates] = {}
    for one in paths:
        method, path = one.split()
        wanted[one] = operation_candidates(None, method, path, None).class_name
    found = resolve(wanted, fold=loosely).names
    assert [found[one] for one in paths] == expected


@pytest.mark.parametrize(
    ("operation_id", "method", "path", "tag", "short", "class_name"),
    [
        (
            "createParticipant",
            "post",
            "/p",
            "Participants",
            "create",
            "CreateParticipant",
        ),
        ("repos/list-for-org", "get", "/r", "repos", "list_for_org", "ReposListForOrg"),
        ("Pets_List", "get", "/pets", "pets", "list", "PetsList"),
        (
            "PetsController.findAll",
            "get",
            "/p",
            "pets",
            "find_all",
            "PetsControllerFindAll",
        ),
        ("getV1PetsPetsGet", "get", "/v1/pets/pets", "pets", "list", "ListPets"),
        ("read_item_items__id__get", "get", "/items/{id}", "items", "read", "ReadItem"),
        ("getSchedule", "get", "/schedule", "x", "get_schedule", "GetSchedule"),
        (
            "a.projects.jobs.get",
            "get",
            "/j",
            "projects",
            "jobs_get",
            "AProjectsJobsGet",
        ),
        ("listForPets", "get", "/p", "pets", "list_for_pets", "ListForPets"),
        ("import", "post", "/i", None, "import_", "Import"),
        ("close", "post", "/i", None, "close", "Close"),
        ("list", "get", "/i", None, "list", "List"),
    ],
)
def test_operations_with_an_id(
    operation_id: str,
    method: str,
    path: str,
    tag: str | None,
    short: str,
    class_name: str,
) -> None:
    found = operation_candidates(operation_id, method, path, tag)
    assert (found.method[0], found.class_name[0]) == (short, class_name)


def test_one_operation_id_twice() -> None:
    wanted = {
        path: operation_candidates("getPet", "get", path, None).class_name
        for path in ("/pets/{id}", "/owners/{id}/dogs/{dog}")
    }
    assert resolve(wanted).names == {
        "/pets/{id}": "GetPet",
        "/owners/{id}/dogs/{dog}": "GetDog",
    }


def test_tags_and_their_classes() -> None:
    assert names.tag_candidates("2fa")[0] == "tag_2fa"
    assert names.tag_candidates("close")[0] == "close_"
    assert names.tag_candidates("con")[0] == "con_"
    assert names.resource_class_candidates("tag_2fa")[0] == "Tag2fa"
    assert names.resource_class_candidates("async_pets") == ("AsyncPetsResource",)


@pytest.mark.parametrize(
    ("many", "one"),
    [
        pair.split(":")
        for pair in """pets:pet companies:company addresses:address statuses:status
        boxes:box batches:batch caches:cache sizes:size databases:database
        people:person movies:movie series:series news:news data:data status:status
        analyses:analysis dns:dns causes:cause licenses:license""".split()
    ],
)
def test_singulars(many: str, one: str) -> None:
    assert names.singular(many) == one
    assert names.singular(one) == one


# --- Whatever comes in, identifiers come out ------------------------------------------


def assert_is_name(name: str) -> None:
    assert name.isidentifier(), ascii(name)
    assert not keyword.iskeyword(name) or name in CLASSES, ascii(name)
    assert normalize("NFKC", name) == name, ascii(name)
    assert not name.startswith("_"), ascii(name)
    assert len(f"{name}.py") < 100
    assert len(f"{name}.py".encode()) < 255


@given(st.sampled_from(MAKERS), ANY_TEXT)
@settings(max_examples=1500)
@example(schema_candidates, "字" * 300)
def test_every_text_becomes_a_name(
    maker: Callable[[str], Candidates], text: str
) -> None:
    candidates = maker(text)
    assert candidates
    for name in candidates:
        assert_is_name(name)
        if name[0].isupper() and "_" not in name:
            assert len(name) < 62  # a letter may become two in upper case
            assert_is_name(module_of(name))


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_names(text: str) -> None:
    for maker in MAKERS:
        for name in maker(text):
            assert_is_name(name)
    assert module_of(schemas(text)[text]) not in Scope.MODULE.value


@given(st.lists(ANY_TEXT, unique=True, max_size=12))
@example(HOSTILE)
def test_names_are_distinct(texts: list[str]) -> None:
    assert len(set(fields(*texts).values())) == len(texts)
    classes = schemas(*texts)
    files = {normalize("NFKC", module_of(name)).casefold() for name in classes.values()}
    assert len(files) == len(texts)
    assert not set(classes.values()) & CLASSES
    for name in [*fields(*texts).values(), *classes.values()]:
        assert_is_name(name)
        assert not keyword.iskeyword(name)


# --- How collisions are settled -------------------------------------------------------

WISHES = st.dictionaries(
    st.text("abc:/", min_size=1, max_size=4),
    st.lists(
        st.sampled_from(["a", "b", "A", "a_b", "ab", "c"]), min_size=1, max_size=4
    ),
    max_size=12,
)


@given(WISHES, st.randoms(use_true_random=False), st.sampled_from([loosely, str]))
@settings(max_examples=300)
def test_order_means_nothing(
    wishes: dict[str, list[str]], rng: random.Random, fold: Callable[[str], str]
) -> None:
    wanted = {key: tuple(one) for key, one in wishes.items()}
    keys = list(wanted)
    rng.shuffle(keys)
    shuffled = {key: wanted[key] for key in keys}
    found = resolve(wanted, ["c"], fold=fold)
    assert found == resolve(shuffled, ["c"], fold=fold)
    assert list(found.names) == sorted(wanted)
    assert len({fold(name) for name in found.names.values()}) == len(wanted)
    assert "c" not in found.names.values()


@given(WISHES, WISHES)
@settings(max_examples=300)
def test_adding_renames_nothing(
    old: dict[str, list[str]], new: dict[str, list[str]]
) -> None:
    wanted = {key: tuple(one) for key, one in old.items()}
    first = resolve(wanted, fold=loosely).names
    lock = names.dump_promises(Promises({"schemas": first}))
    promised = names.load_promises(lock).names.get("schemas", {})
    grown = {key: tuple(one) for key, one in new.items()} | wanted
    second = resolve(grown, promised=promised, fold=loosely)
    assert {key: second.names[key] for key in first} == first
    assert second.broken == ()
    assert len({loosely(name) for name in second.names.values()}) == len(grown)


RUNS = st.lists(st.sets(st.sampled_from("abcdefgh"), max_size=6), max_size=8)


@given(RUNS, WISHES)
@settings(max_examples=300)
def test_what_goes_and_comes_has_one_name(
    runs: list[set[str]], wishes: dict[str, list[str]]
) -> None:
    """As long as nothing comes in the run in which it goes."""
    candidates = [tuple(one) for one in wishes.values()] or [("a",)]
    wanted = {key: candidates[i % len(candidates)] for i, key in enumerate("abcdefgh")}
    promises = Promises()
    first: dict[str, str] = {}
    there: set[str] = set()
    for run in runs:
        for keys in (there & run, run):
            there = keys
            ledger = Ledger(promises)
            found = ledger.resolve(
                "classes", {key: wanted[key] for key in keys}, fold=loosely
            )
            assert {key: first.setdefault(key, found[key]) for key in keys} == found
            assert ledger.broken == []
            promises = names.load_promises(names.dump_promises(ledger.promises({})))
    assert len(set(map(loosely, first.values()))) == len(first)


@given(st.lists(st.permutations("abcdef"), max_size=8), st.data())
@settings(max_examples=200)
def test_members_that_go_and_come_have_one_name(
    orders: list[list[str]], data: st.DataObject
) -> None:
    """Wherever in their list they are, and in which list that one is."""
    promises = Promises()
    first: dict[str, str] = {}
    for run, order in enumerate(orders):
        outer = order[: data.draw(st.integers(0, 6))]
        members: dict[str, str] = {}
        for i, said in enumerate(outer):
            members[f"#/x/{i}"] = said
            inner = order[: data.draw(st.integers(0, 3))]
            members |= {f"#/x/{i}/y/{j}": one for j, one in enumerate(inner)}
        promises = promises.moved_to(members)
        ledger = Ledger(promises)
        said_of = {
            key: members[key.rpartition("/y/")[0]] + one if "/y/" in key else one
            for key, one in members.items()
        }
        # Each run would call it otherwise.
        wanted = {f"{key} in": (f"{said}_{run}",) for key, said in said_of.items()}
        found = ledger.resolve("classes", wanted)
        for key, said in said_of.items():
            assert first.setdefault(said, found[f"{key} in"]) == found[f"{key} in"]
        promises = names.load_promises(names.dump_promises(ledger.promises(members)))


FIELD = st.text("aAbB_-+< ", min_size=1, max_size=4) | ANY_TEXT


@given(st.sets(FIELD, max_size=6), st.sets(FIELD, max_size=6))
@settings(max_examples=300)
def test_adding_fields_renames_nothing(old: set[str], new: set[str]) -> None:
    """Though what is its own name is not in the lock."""
    first = fields(*old)
    lock = {wire: name for wire, name in first.items() if wire != name}
    wanted = {name: names.field_candidates(name) for name in old | new}
    second = resolve(wanted, promised=lock).names
    assert {key: second[key] for key in first} == first


def test_without_the_lock_only_rivals_are_renamed() -> None:
    before = schemas("a.Pet", "Owner")
    after = schemas("a.Pet", "Owner", "b.Pet")
    assert (before["a.Pet"], after["a.Pet"]) == ("Pet", "APet")
    assert before["Owner"] == after["Owner"]


def test_rivals_move_on_together() -> None:
    wanted = {"1": ("Pet", "CatPet"), "2": ("Pet", "DogPet")}
    assert resolve(wanted).names == {"1": "CatPet", "2": "DogPet"}


def test_who_has_nothing_more_to_say_stays() -> None:
    wanted = {"1": ("Pet", "CatPet"), "2": ("Pet",)}
    assert resolve(wanted).names == {"1": "CatPet", "2": "Pet"}


def test_precedence() -> None:
    wanted = {
        "op:1": ("CreatePet", "CreatePet2"),
        "schema:1": ("CreatePet", "CreatePetModel"),
    }
    found = resolve(wanted, precedence=lambda key: 0 if key.startswith("op") else 1)
    assert found.names == {"op:1": "CreatePet", "schema:1": "CreatePetModel"}


def test_companions() -> None:
    wanted = {"tag:pets": ("Pets", "PetsResource"), "schema:AsyncPets": ("AsyncPets",)}
    found = resolve(
        wanted,
        companions=lambda key, name: [f"Async{name}"] if key.startswith("tag") else [],
    )
    assert found.names == {"tag:pets": "PetsResource", "schema:AsyncPets": "AsyncPets"}


def test_the_last_resort_is_a_digest_and_no_index() -> None:
    found = resolve(dict.fromkeys("abc", ("Pet",)))
    for key, name in found.names.items():
        assert name.startswith("PetX"), key
        assert name == resolve({key: ("Pet",), "z": ("Pet",)}).names[key]
    assert len(set(found.names.values())) == 3


def test_broken_promises_are_told() -> None:
    wanted = {"a": ("Pet", "APet"), "b": ("Dog",), "c": ("Cat",), "d": ("Cow",)}
    promised = {"a": "Client", "b": "no name", "c": "Ox", "d": "Ox", "gone": "Pet"}
    found = resolve(wanted, ["Client"], promised)
    assert found.names == {"a": "Pet", "b": "Dog", "c": "Ox", "d": "Cow"}
    assert found.broken == (
        names.Broken("a", "Client", "Pet"),
        names.Broken("b", "no name", "Dog"),
        names.Broken("d", "Ox", "Cow"),
    )


def test_what_is_gone_keeps_its_name() -> None:
    wanted = {"b": ("Pet", "BPet"), "c": ("APet", "CPet")}
    found = resolve(wanted, gone={"a": "Pet", "d": "a_pet"}, fold=loosely)
    assert found.names == {"b": "BPet", "c": "CPet"}
    back = resolve(wanted | {"a": ("APet",)}, gone={"a": "Pet"}, fold=loosely)
    assert back.names == {"a": "Pet", "b": "BPet", "c": "APet"}


def test_what_is_there_comes_before_what_is_back() -> None:
    """Two branches that were merged can promise one name twice."""
    wanted = {"a": ("Pet", "APet"), "b": ("Pet",)}
    found = resolve(wanted, promised={"b": "Pet"}, gone={"a": "Pet"})
    assert found.names == {"a": "APet", "b": "Pet"}
    assert found.broken == (names.Broken("a", "Pet", "APet"),)


def test_what_comes_as_another_goes_may_have_its_name() -> None:
    """Else all names would change where ``/v1`` of all paths becomes ``/v2``."""
    paths = ["get /v1/pets", "get /v1/owners/{id}/pets", "put /v1/pets/{id}"]
    keys = {path: path.split() for path in paths}
    before, after = (
        {
            path.replace("v1", version): operation_candidates(
                None, keys[path][0], keys[path][1].replace("v1", version), None
            ).class_name
            for path in paths
        }
        for version in ("v1", "v2")
    )
    first = resolve(before, fold=loosely).names
    then = resolve(after, promised=first, fold=loosely)
    assert then.names == {key.replace("v1", "v2"): one for key, one in first.items()}
    assert then.broken == ()


def test_ten_thousand_names() -> None:
    wanted = {
        f"schema:{i}": schema_candidates(f"com.part{i % 100}.v{i // 100}.Pet{i % 7}")
        for i in range(10_000)
    }
    start = time.perf_counter()
    found = resolve(wanted, fold=loosely).names
    assert time.perf_counter() - start < 5
    assert len({loosely(name) for name in found.values()}) == 10_000


# --- The lock -------------------------------------------------------------------------


def test_the_lock_is_sorted() -> None:
    said = {"b": {"y": "Y", "x": "X"}, "a": {"z": "Z"}, "c": {}}
    kept = names.dump_promises(Promises(said, {}, said, said))
    for part in ("names", "gone", "aliases"):
        assert [(kind, list(one)) for kind, one in kept[part].items()] == [
            ("a", ["z"]),
            ("b", ["x", "y"]),
        ]


@pytest.mark.parametrize(
    "garbage",
    [None, 1, [], {"a": 1}, {"a": {"k": 1}}, {1: {"k": "K"}}, {"a": {"k": "../x"}},
     {"a": {"k": "class"}}, {"a": {"k": "__init__"}}, {"a": {"k": "\uff41"}}],
)  # fmt: skip  # a line each would be a page
def test_garbage_in_the_lock_is_left_out(garbage: object) -> None:
    for part in ("names", "gone", "aliases"):
        assert names.load_promises({part: garbage}) == Promises()
    assert names.load_promises(garbage) == Promises()


@pytest.mark.parametrize("old", ["", "a b", "class", "_x", "__init__", "\uff41", 'x"'])
def test_an_alias_that_is_no_name_is_left_out(old: str) -> None:
    """It is written into the package as it stands."""
    lock = {"aliases": {"classes": {old: "Pet", "Hound": "Dog"}}}
    assert names.load_promises(lock).aliases == {"classes": {"Hound": "Dog"}}


@given(st.recursive(st.none() | st.text(), lambda one: st.dictionaries(st.text(), one)))
def test_any_lock_can_be_loaded(lock: object) -> None:
    for part in ("members", "names", "gone", "aliases", None):
        loaded = names.load_promises(lock if part is None else {part: lock})
        assert names.load_promises(names.dump_promises(loaded)) == loaded
        loaded.moved_to(loaded.members)
        Ledger(loaded.moved_to({})).promises({})


# --- Members of lists -----------------------------------------------------------------


def moved(before: list[str], after: list[str]) -> list[str | None]:
    """Where the promises of `before` are after it."""
    promised = Promises(
        {"classes": {f"#/x/{i}/y in": f"C{i}" for i, _ in enumerate(before)}},
        {f"#/x/{i}": said for i, said in enumerate(before)},
    )
    now = promised.moved_to({f"#/x/{i}": said for i, said in enumerate(after)}).names
    return [now["classes"].get(f"#/x/{i}/y in") for i, _ in enumerate(after)]


@pytest.mark.parametrize(
    ("before", "after", "now"),
    [
        ("a b", "a b", ["C0", "C1"]),
        ("a b", "n a b", [None, "C0", "C1"]),
        ("a b", "b a", ["C1", "C0"]),
        ("a b c", "c b", ["C2", "C1"]),
        ("a b", "a changed", ["C0", None]),
        ("a x,b", "a x,c", ["C0", "C1"]),
        ("x,a y,b", "z y,b,c x", [None, "C1", "C0"]),
        ("a b", "changed n b", [None, None, "C1"]),
        ("a a", "n a a", [None, "C0", "C1"]),
        ("a", "", []),
    ],
)
def test_members_keep_what_was_promised_to_them(
    before: str, after: str, now: list[str | None]
) -> None:
    lists = [[one.replace(",", " ") for one in t.split()] for t in (before, after)]
    assert moved(*lists) == now


def test_members_of_members() -> None:
    promised = Promises(
        {"classes": {"#/x/0/y/1 in": "Inner", "#/x/1/y/1 out": "Other", "get /1": "G"}},
        {"#/x/0": "a", "#/x/0/y/1": "b", "#/x/1": "c", "#/x/1/y/1": "b"},
    )
    members = {"#/x/2": "a", "#/x/2/y/0": "b", "#/x/0": "n", "#/x/1": "m"}
    gone = {"#/x/-1/y/-1 out": "Other"}
    kept = {"#/x/2/y/0 in": "Inner", "get /1": "G"} | gone
    assert promised.moved_to(members).names == {"classes": kept}


@given(st.lists(st.sampled_from("abc"), max_size=5), st.integers(0, 5))
def test_a_new_member_takes_no_promise(before: list[str], at: int) -> None:
    after = before.copy()
    after.insert(at, "new")
    now = moved(before, after)
    now.remove(None)
    assert sorted(filter(None, now)) == [f"C{i}" for i, _ in enumerate(before)]

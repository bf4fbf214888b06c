"""An address leads to what the application has, and to no file beside it."""

from __future__ import annotations

import pytest

from tests.web.safety.conftest import Client, everything

OUTSIDE = [
    "../settings.py",
    "../../pyproject.toml",
    "..%2fsettings.py",
    "..%2F..%2Fapp.py",
    "%2e%2e/settings.py",
    "%2e%2e%2fsettings.py",
    "..%5csettings.py",
    "....//settings.py",
    "%252e%252e%252fsettings.py",
    "/etc/passwd",
    "%2fetc%2fpasswd",
    "..%c0%afsettings.py",
    "style.css%00.png",
    "style.css/../../settings.py",
    "vendor/../../settings.py",
    "\\..\\settings.py",
    ".",
    "",
    "vendor",
    "vendor/",
    "file:///etc/passwd",
    "~root",
    "a" * 300,
    "ə" * 200,
    "a" * 5000,
]


@pytest.mark.parametrize("path", OUTSIDE)
def test_static_files_are_those_of_their_folder(local: Client, path: str) -> None:
    answer = local.get(f"/static/{path}", follow_redirects=False)
    assert answer.status_code in (307, 308, 400, 404, 405)
    for secret in ("msgspec", "root:", "import ", "[project]", "Index of"):
        assert secret not in answer.text


def test_static_files_are_there(local: Client) -> None:
    answer = local.get("/static/style.css")
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/css")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert (
        local.get("/static/vendor/htmx.min.js")
        .headers["content-type"]
        .startswith(("text/javascript", "application/javascript"))
    )


@pytest.mark.parametrize(
    "id",
    [
        *OUTSIDE,
        "' OR 1=1 --",
        "%",
        "_",
        "*",
        "\0",
        "ə",
        "0",
        "00000000",
        "f" * 64,
        "-1",
        "1e9",
        "٣",
        "\u202e",
        "a b",
    ],
)
def test_an_id_that_is_none_is_told(local: Client, id: str) -> None:
    from urllib.parse import quote

    for asked in everything(local.app):
        if asked.method == "GET" and "{" in asked.route and not asked.route.startswith("/static"):
            path = asked.route
            while "{" in path:
                before, _, rest = path.partition("{")
                path = before + quote(id, safe="%" if "%" in id else "") + rest.partition("}")[2]
            answer = local.get(path, follow_redirects=False)
            assert answer.status_code < 500, path
            assert "Traceback" not in answer.text and "root:" not in answer.text

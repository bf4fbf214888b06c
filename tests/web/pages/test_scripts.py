"""The script of the charts."""

from litestar import Litestar
from litestar.testing import TestClient


def test_the_script_comes_packed_and_may_be_kept(client: TestClient[Litestar]) -> None:
    page = client.get("/az-kz/timeline").text
    address = page.partition('<script src="/charts.js')[2].partition('"')[0]
    answer = client.get(f"/charts.js{address}")
    assert answer.headers["content-encoding"] == "gzip" and "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.text == client.get("/charts.js", headers={"accept-encoding": "identity"}).text
